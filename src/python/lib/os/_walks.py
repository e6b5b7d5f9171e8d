"""What `os` does with several directories at once."""

import _files
from types import GenericAlias

from . import path as _path
from ._calls import lstat, mkdir, rename, rmdir, stat
from .path import check_path, fspath


class DirEntry:
    """A name that `scandir` found."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, directory, name, node):
        self.name = name
        self.path = _path.join(directory, name)
        self._node = node

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'

    def _is(self, kind, follow):
        node = self._node
        if follow and isinstance(node, _files.Link):
            node = _path._node(self.path)
        return getattr(node, 'kind', None) == kind

    def is_dir(self, *, follow_symlinks=True):
        return self._is(0o040000, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        return self._is(0o100000, follow_symlinks)

    def is_symlink(self):
        return isinstance(self._node, _files.Link)

    def is_junction(self):
        return False

    def inode(self):
        return self._node.number

    def stat(self, *, follow_symlinks=True):
        return (stat if follow_symlinks else lstat)(self.path)


DirEntry.__module__ = 'posix'


class _Entries:
    """The iterator of `scandir`; a context that closes it."""

    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


_Entries.__name__ = _Entries.__qualname__ = 'ScandirIterator'
_Entries.__module__ = 'posix'


def scandir(path=None):
    """Entries of a directory."""
    check_path(path, 'scandir: path', or_integer=True, or_none=True)
    directory = fspath('.' if path is None else path)
    names = _files.names(directory)
    node = _files.find(directory)
    as_bytes = isinstance(directory, bytes)
    return _Entries([
        DirEntry(directory, name.encode() if as_bytes else name,
                 node.entries[name])
        for name in names])


def makedirs(name, mode=0o777, exist_ok=False):
    """Makes a directory and those above it that are missing."""
    name = fspath(name)
    head, tail = _path.split(name)
    if not tail:
        head, tail = _path.split(head)
    if head and tail and not _path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail in ('.', b'.'):
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not _path.isdir(name):
            raise


def removedirs(name):
    """Removes a directory, and those above it that are empty then."""
    rmdir(name)
    _prune(name)


def _prune(name):
    head, tail = _path.split(name)
    if not tail:
        head, tail = _path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = _path.split(head)


def renames(old, new):
    """Renames; makes directories before and removes empty ones after."""
    head, tail = _path.split(new)
    if head and tail and not _path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = _path.split(old)
    if head and tail:
        _prune(old)


def walk(top, topdown=True, onerror=None, followlinks=False):
    """(path, directories, files) of a directory and of all below it."""
    top = fspath(top)
    todo = [top]
    while todo:
        top = todo.pop()
        if isinstance(top, tuple):
            yield top
            continue
        directories, files, below = [], [], []
        try:
            with scandir(top) as entries:
                for entry in entries:
                    if entry.is_dir():
                        directories.append(entry.name)
                        if followlinks or not entry.is_symlink():
                            below.append(entry.path)
                    else:
                        files.append(entry.name)
        except OSError as problem:
            if onerror is not None:
                onerror(problem)
            continue
        if topdown:
            yield top, directories, files
            # The caller may have changed the list of directories.
            for name in reversed(directories):
                path = _path.join(top, name)
                if followlinks or not _path.islink(path):
                    todo.append(path)
        else:
            todo.append((top, directories, files))
            todo.extend(reversed(below))


def fwalk(*args, **kwargs):
    raise NotImplementedError('os.fwalk() needs descriptors of directories, '
                              'which the playground does not have')
