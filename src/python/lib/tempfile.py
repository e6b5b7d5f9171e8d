"""Files and directories for a while. Their names depend on the run's seed."""

__all__ = ['NamedTemporaryFile', 'SpooledTemporaryFile', 'TMP_MAX',
           'TemporaryDirectory', 'TemporaryFile', 'gettempdir', 'gettempdirb',
           'gettempprefix', 'gettempprefixb', 'mkdtemp', 'mkstemp', 'mktemp',
           'tempdir']

import io
import os
import shutil
import weakref
from random import Random
from types import GenericAlias

TMP_MAX = 10000
template = 'tmp'
tempdir = None


def gettempdir():
    """The directory in which temporary files are made."""
    if tempdir is not None:
        return tempdir
    for name in ('TMPDIR', 'TEMP', 'TMP'):
        found = os.environ.get(name)
        if found and os.path.isdir(found):
            return found
    return '/tmp'


def gettempdirb():
    return os.fsencode(gettempdir())


def gettempprefix():
    return template


def gettempprefixb():
    return os.fsencode(template)


class _RandomNameSequence:
    """Names of eight letters, digits and underscores."""

    _signs = 'abcdefghijklmnopqrstuvwxyz0123456789_'

    def __init__(self):
        # A sequence of its own: making a file must not change what the
        # program's random numbers are.
        self._random = Random(0)

    def __iter__(self):
        return self

    def __next__(self):
        return ''.join(self._random.choices(self._signs, k=8))


_names = _RandomNameSequence()


def _get_candidate_names():
    return _names


def _candidates(suffix, prefix, dir):
    """Paths that a new file may have; all bytes if a part is bytes."""
    given = [part for part in (suffix, prefix, dir) if part is not None]
    kinds = {bytes if isinstance(os.fspath(part), bytes) else str
             for part in given}
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    as_bytes = kinds == {bytes}
    suffix = suffix or ''
    prefix = template if prefix is None else prefix
    dir = gettempdir() if dir is None else os.fspath(dir)
    if as_bytes:
        prefix, suffix, dir = map(os.fsdecode, (prefix, suffix, dir))
    for _ in range(TMP_MAX):
        path = os.path.abspath(
            os.path.join(dir, prefix + next(_names) + suffix))
        yield os.fsencode(path) if as_bytes else path
    raise FileExistsError(17, 'No usable temporary file name found')


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """(descriptor, path) of a new file."""
    for path in _candidates(suffix, prefix, dir):
        try:
            flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
            return os.open(path, flags, 0o600), path
        except FileExistsError:
            continue


def mkdtemp(suffix=None, prefix=None, dir=None):
    """The path of a new directory."""
    for path in _candidates(suffix, prefix, dir):
        try:
            os.mkdir(path, 0o700)
            return path
        except FileExistsError:
            continue


def mktemp(suffix='', prefix=template, dir=None):
    """A path at which nothing is yet."""
    for path in _candidates(suffix, prefix, dir):
        if not os.path.lexists(path):
            return path


class _TemporaryFileWrapper:
    """A file that is removed when it is closed."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file = file
        self.name = name
        self.delete = delete
        self._delete_on_close = delete_on_close
        self._finalizer = weakref.finalize(self, _close_and_remove, file,
                                           name if delete else None)

    def __getattr__(self, name):
        found = getattr(self.__dict__['file'], name)
        if callable(found):
            # Keeps this object, and so the file, as long as the method.
            def call(*args, _owner=self, _found=found, **kwargs):
                return _found(*args, **kwargs)
            call.__name__ = name
            return call
        return found

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *details):
        result = self.file.__exit__(*details)
        self._finalizer()
        return result

    def close(self):
        if self._delete_on_close:
            self._finalizer()
        else:
            self.file.close()

    def __iter__(self):
        for line in self.file:
            yield line

    def __repr__(self):
        return f'<tempfile._TemporaryFileWrapper object at {id(self):#x}>'


def _close_and_remove(file, name):
    file.close()
    if name is not None:
        try:
            os.unlink(name)
        except FileNotFoundError:
            pass


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None,
                       suffix=None, prefix=None, dir=None, delete=True, *,
                       errors=None, delete_on_close=True):
    """A new file with a name; removed when closed."""
    descriptor, name = mkstemp(suffix, prefix, dir)
    try:
        file = io.open(descriptor, mode, buffering, encoding, errors, newline)
    except BaseException:
        os.close(descriptor)
        os.unlink(name)
        raise
    raw = file
    while hasattr(raw, 'buffer'):
        raw = raw.buffer
    getattr(raw, 'raw', raw).name = name
    return _TemporaryFileWrapper(file, name, delete, delete_on_close)


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None,
                  suffix=None, prefix=None, dir=None, *, errors=None):
    """A new file without a name."""
    descriptor, name = mkstemp(suffix, prefix, dir)
    os.unlink(name)
    return io.open(descriptor, mode, buffering, encoding, errors, newline)


class SpooledTemporaryFile(io.IOBase):
    """A stream in memory that becomes a file when it is large."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None,
                 newline=None, suffix=None, prefix=None, dir=None, *,
                 errors=None):
        self._max_size = max_size
        self._rolled = False
        if 'b' in mode:
            self._file = io.BytesIO()
        else:
            self._file = io.TextIOWrapper(
                io.BytesIO(), encoding, errors, newline)
        self._arguments = dict(
            mode=mode, buffering=buffering, encoding=encoding,
            newline=newline, suffix=suffix, prefix=prefix, dir=dir,
            errors=errors)

    def rollover(self):
        """Moves to a file now."""
        if self._rolled:
            return
        memory = self._file
        file = TemporaryFile(**self._arguments)
        position = memory.tell()
        memory.seek(0)
        file.write(memory.read())
        file.seek(position)
        self._file = file
        self._rolled = True

    def _check(self):
        if not self._rolled and 0 < self._max_size < self._file.tell():
            self.rollover()

    def write(self, s):
        count = self._file.write(s)
        self._check()
        return count

    def writelines(self, iterable):
        self._file.writelines(iterable)
        self._check()

    def read(self, *args):
        return self._file.read(*args)

    def readline(self, *args):
        return self._file.readline(*args)

    def readlines(self, *args):
        return self._file.readlines(*args)

    def seek(self, *args):
        return self._file.seek(*args)

    def tell(self):
        return self._file.tell()

    def truncate(self, size=None):
        return self._file.truncate(size)

    def flush(self):
        self._file.flush()

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def readable(self):
        return self._file.readable()

    def writable(self):
        return self._file.writable()

    def read1(self, *args):
        return self._file.read1(*args)

    def readinto(self, b):
        return self._file.readinto(b)

    def readinto1(self, b):
        return self._file.readinto1(b)

    def detach(self):
        return self._file.detach()

    @property
    def encoding(self):
        return self._file.encoding

    @property
    def errors(self):
        return self._file.errors

    @property
    def newlines(self):
        return self._file.newlines

    @property
    def mode(self):
        return self._file.mode if self._rolled else self._arguments['mode']

    @property
    def name(self):
        return self._file.name if self._rolled else None

    def seekable(self):
        return self._file.seekable()

    def close(self):
        self._file.close()

    @property
    def closed(self):
        return self._file.closed

    def __iter__(self):
        return iter(self._file)


class TemporaryDirectory:
    """A new directory that is removed with all that is in it."""

    def __init__(self, suffix=None, prefix=None, dir=None,
                 ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore = ignore_cleanup_errors
        self._delete = delete
        self._finalizer = weakref.finalize(
            self, _remove_forgotten, self.name,
            f'Implicitly cleaning up {self!r}', delete)

    def __repr__(self):
        return f'<{type(self).__name__} {self.name!r}>'

    def __enter__(self):
        return self.name

    def __exit__(self, *details):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        if self._finalizer.detach() or os.path.exists(self.name):
            shutil.rmtree(self.name, ignore_errors=self._ignore)

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


def _remove_forgotten(name, message, delete):
    if delete:
        import warnings
        shutil.rmtree(name, ignore_errors=True)
        warnings.warn(message, ResourceWarning)
