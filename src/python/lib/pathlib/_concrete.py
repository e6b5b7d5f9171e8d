"""Paths in the file system of the run."""

import os

from ._pure import PurePath, PurePosixPath


class Path(PurePath):
    """A path that may lead to something."""

    __slots__ = ()

    def __new__(cls, *args):
        return super().__new__(PosixPath if cls is Path else cls, *args)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls(os.path.expanduser('~'))

    def __enter__(self):
        return self

    def __exit__(self, *details):
        pass

    # What there is.

    def stat(self, *, follow_symlinks=True):
        return os.stat(str(self), follow_symlinks=follow_symlinks)

    def lstat(self):
        return os.lstat(str(self))

    def exists(self, *, follow_symlinks=True):
        look = os.path.exists if follow_symlinks else os.path.lexists
        return look(str(self))

    def _is(self, kind):
        return getattr(os.path._node(str(self)), 'kind', None) == kind

    def is_file(self, *, follow_symlinks=True):
        return os.path._is(str(self), 0o100000, follow_symlinks)

    def is_dir(self, *, follow_symlinks=True):
        return os.path._is(str(self), 0o040000, follow_symlinks)

    def is_symlink(self):
        return os.path.islink(str(self))

    def is_junction(self):
        return False

    def is_mount(self):
        return os.path.ismount(str(self))

    def is_fifo(self):
        return self._is(0o010000)

    def is_char_device(self):
        return self._is(0o020000)

    def is_block_device(self):
        return False

    def is_socket(self):
        return False

    def samefile(self, other_path):
        return os.path.samefile(str(self), other_path)

    def owner(self):
        self.stat()
        return 'visitor'

    group = owner

    # Where it leads.

    def absolute(self):
        if self.is_absolute():
            return self
        return self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        return self.with_segments(os.path.realpath(str(self), strict=strict))

    def expanduser(self):
        if self.parts and self.parts[0].startswith('~'):
            expanded = os.path.expanduser(str(self))
            if expanded.startswith('~'):
                raise RuntimeError('Could not determine home directory.')
            return self.with_segments(expanded)
        return self

    def readlink(self):
        return self.with_segments(os.readlink(str(self)))

    # Content.

    def open(self, mode='r', buffering=-1, encoding=None, errors=None,
             newline=None):
        return open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with self.open('rb') as file:
            return file.read()

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open('r', -1, encoding, errors, newline) as file:
            return file.read()

    def write_bytes(self, data):
        view = memoryview(data)
        with self.open('wb') as file:
            return file.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError('data must be str, not ' + type(data).__name__)
        with self.open('w', -1, encoding, errors, newline) as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok and self.exists():
            os.utime(str(self))
            return
        flags = os.O_CREAT | os.O_WRONLY | (0 if exist_ok else os.O_EXCL)
        os.close(os.open(str(self), flags, mode))

    # Names.

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(str(self), mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        os.rmdir(str(self))

    def unlink(self, missing_ok=False):
        try:
            os.unlink(str(self))
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(str(self), os.fspath(target))
        return self.with_segments(target)

    def replace(self, target):
        os.replace(str(self), os.fspath(target))
        return self.with_segments(target)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(os.fspath(target), str(self))

    def hardlink_to(self, target):
        os.link(os.fspath(target), str(self))

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(str(self), mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        self.chmod(mode, follow_symlinks=False)

    def copy(self, target, **kwargs):
        """Copies a file or a whole directory."""
        import shutil
        if self.is_dir():
            shutil.copytree(self, target)
        else:
            shutil.copyfile(self, target)
        return self.with_segments(target)

    def copy_into(self, target_dir, **kwargs):
        return self.copy(self.with_segments(target_dir, self.name), **kwargs)

    def move(self, target):
        import shutil
        shutil.move(self, target)
        return self.with_segments(target)

    def move_into(self, target_dir):
        return self.move(self.with_segments(target_dir, self.name))

    # What is below.

    def _child(self, name):
        return self._with((*self._parts, name))

    def iterdir(self):
        for name in os.listdir(str(self)):
            yield self._child(name)

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """Paths below this one that match a pattern with *, ?, [] and **."""
        return self._matching(pattern, (), case_sensitive)

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """Like `glob` with `**/` before the pattern."""
        return self._matching(pattern, ('**',), case_sensitive)

    def _matching(self, pattern, before, case_sensitive):
        text = os.fspath(pattern)
        pattern = PurePath(text)
        if not text and not before:
            raise ValueError(f'Unacceptable pattern: {text!r}')
        if pattern.is_absolute():
            raise NotImplementedError(
                'Non-relative patterns are unsupported')
        parts = [*before, *pattern._parts]
        if text.endswith('/'):
            parts.append('')
        elif parts and parts[-1] == '**':
            # As in releases before 3.13: directories only.
            parts.append('')
        return _select(self, parts, case_sensitive)

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        """(path, names of directories, names of files) of all below."""
        for found, directories, files in os.walk(
                str(self), top_down, on_error, follow_symlinks):
            yield self.with_segments(found), directories, files


def _select(start, parts, case_sensitive):
    """The paths that match, each once."""
    seen = set()
    for path in _walk(start, parts, case_sensitive):
        if path not in seen:
            seen.add(path)
            yield path


def _walk(path, parts, case_sensitive):
    if not parts:
        yield path
        return
    part, *rest = parts
    if part == '':
        if path.is_dir():
            yield path
    elif part == '**':
        for found in _with_all_below(path):
            yield from _walk(found, rest, case_sensitive)
    elif part == '..':
        if path.is_dir():
            yield from _walk(path._child('..'), rest, case_sensitive)
    elif not set(part) & set('*?['):
        found = path._child(part)
        if found.exists():
            yield from _walk(found, rest, case_sensitive)
    else:
        import re
        from fnmatch import translate
        matches = re.compile(
            translate(part),
            re.IGNORECASE if case_sensitive is False else 0).match
        if path.is_dir():
            for name in os.listdir(str(path)):
                if matches(name):
                    yield from _walk(path._child(name), rest, case_sensitive)


def _with_all_below(path):
    if path.is_dir():
        yield path
        for name in os.listdir(str(path)):
            child = path._child(name)
            if not child.is_symlink():
                yield from _with_all_below(child)


class PosixPath(Path, PurePosixPath):
    """What `Path` makes."""

    __slots__ = ()
