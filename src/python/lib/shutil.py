"""Copying, moving and removing files and whole directories."""

__all__ = ['Error', 'ReadError', 'SameFileError', 'SpecialFileError', 'copy',
           'copy2', 'copyfile', 'copyfileobj', 'copymode', 'copystat',
           'copytree', 'disk_usage', 'get_terminal_size', 'ignore_patterns',
           'move', 'rmtree', 'which']

import collections
import fnmatch
import os
import stat


class Error(OSError):
    """Several copies failed."""


class SameFileError(Error):
    """Source and target are the same file."""


class SpecialFileError(OSError):
    """What cannot be copied."""


class ReadError(OSError):
    """An archive cannot be read."""


def copyfileobj(fsrc, fdst, length=65536):
    """Copies what is left in a stream to another one."""
    while part := fsrc.read(length):
        fdst.write(part)


def copyfile(src, dst, *, follow_symlinks=True):
    """Copies the content of a file."""
    if os.path.exists(src) and os.path.exists(dst) and (
            os.path.samefile(src, dst)):
        raise SameFileError(f'{src!r} and {dst!r} are the same file')
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, 'rb') as source, open(dst, 'wb') as target:
        copyfileobj(source, target)
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    """Copies permissions and times."""
    known = os.stat(src, follow_symlinks=follow_symlinks)
    os.utime(dst, ns=(known.st_atime_ns, known.st_mtime_ns),
             follow_symlinks=follow_symlinks)
    os.chmod(dst, stat.S_IMODE(known.st_mode),
             follow_symlinks=follow_symlinks)


def _inside(src, dst):
    if os.path.isdir(dst):
        return os.path.join(dst, os.path.basename(src))
    return dst


def copy(src, dst, *, follow_symlinks=True):
    """Copies a file and its permissions; `dst` may be a directory."""
    dst = _inside(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    """Copies a file with permissions and times."""
    dst = _inside(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


def ignore_patterns(*patterns):
    """What `copytree` may be given to leave out names."""
    def ignored(path, names):
        return {name for pattern in patterns
                for name in fnmatch.filter(names, pattern)}
    return ignored


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2,
             ignore_dangling_symlinks=False, dirs_exist_ok=False):
    """Copies a directory with all that is in it."""
    with os.scandir(src) as found:
        entries = list(found)
    left_out = () if ignore is None else ignore(
        os.fspath(src), {entry.name for entry in entries})
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    problems = []
    for entry in entries:
        if entry.name in left_out:
            continue
        target = os.path.join(dst, entry.name)
        try:
            if entry.is_symlink() and symlinks:
                os.symlink(os.readlink(entry.path), target)
            elif entry.is_dir():
                copytree(entry.path, target, symlinks, ignore, copy_function,
                         ignore_dangling_symlinks, dirs_exist_ok)
            elif not entry.is_symlink() or os.path.exists(entry.path) or (
                    not ignore_dangling_symlinks):
                copy_function(entry.path, target)
        except Error as error:
            problems.extend(error.args[0])
        except OSError as error:
            problems.append((entry.path, target, str(error)))
    copystat(src, dst)
    if problems:
        raise Error(problems)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None,
           dir_fd=None):
    """Removes a directory with all that is in it."""
    def failed(function, name, error):
        if ignore_errors:
            return
        if onexc is not None:
            onexc(function, name, error)
        elif onerror is not None:
            onerror(function, name, (type(error), error, error.__traceback__))
        else:
            raise error

    try:
        if os.path.islink(path):
            raise OSError('Cannot call rmtree on a symbolic link')
        with os.scandir(path) as entries:
            found = list(entries)
    except OSError as error:
        # CPython looks at the path by this call first.
        failed(os.lstat if isinstance(error, FileNotFoundError)
               else os.scandir, path, error)
        return
    for entry in found:
        try:
            if entry.is_dir(follow_symlinks=False):
                rmtree(entry.path, ignore_errors, onerror, onexc=onexc)
            else:
                os.unlink(entry.path)
        except OSError as error:
            failed(os.unlink, entry.path, error)
    try:
        os.rmdir(path)
    except OSError as error:
        failed(os.rmdir, path, error)


rmtree.avoids_symlink_attacks = False


def move(src, dst, copy_function=copy2):
    """Moves a file or directory; `dst` may be a directory to put it in."""
    target = dst
    if os.path.isdir(dst):
        if os.path.samefile(src, dst):
            os.rename(src, dst)
            return None
        target = os.path.join(
            dst, os.path.basename(os.fspath(src).rstrip('/')))
        if os.path.exists(target):
            raise Error(f"Destination path '{target}' already exists")
    if os.path.isdir(src) and os.path.abspath(target).startswith(
            os.path.abspath(src) + '/'):
        raise Error(f"Cannot move a directory '{src}' into itself "
                    f"'{dst}'.")
    os.rename(src, target)
    return target


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """The path of a command."""
    if os.path.dirname(cmd):
        places = ['']
    else:
        path = os.environ.get('PATH', os.defpath) if path is None else path
        places = path.split(os.pathsep)
    for place in places:
        full = os.path.join(place, cmd)
        if os.path.isfile(full) and os.access(full, mode):
            return full
    return None


_Usage = collections.namedtuple('usage', 'total used free')


def get_terminal_size(fallback=(80, 24)):
    """What the environment says, else `fallback`: there is no terminal."""
    size = []
    for name, otherwise in zip(('COLUMNS', 'LINES'), fallback):
        try:
            given = int(os.environ[name])
        except (KeyError, ValueError):
            given = 0
        size.append(given if given > 0 else otherwise)
    return os.terminal_size(size)


def disk_usage(path):
    """Bytes of the disk: as if it had a gigabyte and were nearly empty."""
    os.stat(path)
    return _Usage(2**30, 2**20, 2**30 - 2**20)
