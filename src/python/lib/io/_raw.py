"""`FileIO`: a file of the run's file system without a buffer."""

import sys

import _files

from ._base import RawIOBase, UnsupportedOperation

_FLAGS = {'r': 0, 'w': 64 | 512, 'x': 64 | 128, 'a': 64 | 1024}


class FileIO(RawIOBase):
    """Reads and writes bytes of a file, given by path or descriptor."""

    _blksize = 4096

    def __init__(self, file, mode='r', closefd=True, opener=None):
        self._fd = -1
        if isinstance(file, float):
            raise TypeError('integer argument expected, got float')
        kinds = [sign for sign in mode if sign in 'rwax']
        if not set(mode) <= set('rwaxb+'):
            raise ValueError(f'invalid mode: {mode}')
        if len(kinds) != 1 or mode.count('+') > 1:
            raise ValueError('Must have exactly one of create/read/write/'
                             'append mode and at most one plus')
        kind = kinds[0]
        updating = '+' in mode
        self._reads = kind == 'r' or updating
        self._writes = kind != 'r' or updating
        self._kind = kind
        self.closefd = closefd
        self.name = file
        if isinstance(file, int):
            if file < 0:
                raise ValueError('negative file descriptor')
            if isinstance(_files.descriptor(file).node, _files.Directory):
                raise _files.error(21, file)
            self._fd = file
        else:
            if not closefd:
                raise ValueError('Cannot use closefd=False with file name')
            flags = _FLAGS[kind] | (2 if updating else
                                    1 if self._writes else 0)
            if opener is None:
                self._fd = _files.open_descriptor(file, flags | 524288, 0o666)
            else:
                self._fd = opener(file, flags | 524288)
                if not isinstance(self._fd, int):
                    raise TypeError('expected integer from opener')
                if self._fd < 0:
                    raise ValueError(f'opener returned {self._fd}')
            if isinstance(_files.descriptor(self._fd).node, _files.Directory):
                _files.close(self._fd)
                self._fd = -1
                raise _files.error(21, file)
        if kind == 'a' and _files.descriptor(self._fd).seekable:
            _files.descriptor(self._fd).seek(0, 2)

    def _handle(self):
        if self._fd < 0:
            raise ValueError('I/O operation on closed file')
        return _files.descriptor(self._fd)

    def _check_open(self):
        if self._fd < 0:
            raise ValueError('I/O operation on closed file.')

    @property
    def mode(self):
        signs = self._kind + 'b'
        if self._kind == 'r' and self._writes or (
                self._kind == 'w' and self._reads):
            return 'rb+'
        return signs + ('+' if self._reads and self._writes else '')

    @property
    def closed(self):
        return self._fd < 0

    def fileno(self):
        self._handle()
        return self._fd

    def readable(self):
        self._handle()
        return self._reads

    def writable(self):
        self._handle()
        return self._writes

    def seekable(self):
        return self._handle().seekable

    def isatty(self):
        self._handle()
        return False

    def read(self, size=-1, /):
        handle = self._handle()
        if not self._reads:
            raise UnsupportedOperation('File not open for reading')
        return handle.read(-1 if size is None else size)

    def readall(self):
        return self.read()

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        memoryview(buffer)[:len(data)] = data
        return len(data)

    def write(self, b, /):
        handle = self._handle()
        if not self._writes:
            raise UnsupportedOperation('File not open for writing')
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return handle.write(bytes(b))

    def seek(self, pos, whence=0, /):
        return self._handle().seek(pos, whence)

    def tell(self):
        return self._handle().seek(0, 1)

    def truncate(self, size=None, /):
        handle = self._handle()
        if not self._writes:
            raise UnsupportedOperation('File not open for writing')
        size = handle.seek(0, 1) if size is None else size
        handle.truncate(size)
        return size

    def close(self):
        if getattr(self, '_fd', -1) >= 0:
            try:
                super().close()
            finally:
                fd, self._fd = self._fd, -1
                if self.closefd:
                    _files.close(fd)

    def __del__(self):
        if getattr(self, '_fd', -1) >= 0:
            super().__del__()

    def _warn_unclosed(self, source):
        if self.closefd:
            import warnings
            warnings.warn(f'unclosed file {source!r}', ResourceWarning,
                          stacklevel=_calls_in_package() + 1, source=source)

    def __repr__(self):
        if self.closed:
            return '<_io.FileIO [closed]>'
        return (f'<_io.FileIO name={self.name!r} mode={self.mode!r} '
                f'closefd={self.closefd}>')


def _calls_in_package():
    """How many calls lie between here and the one that dropped a file."""
    count, frame = 0, sys._getframe(1)
    while frame.f_globals.get('__package__') == __package__ and frame.f_back:
        count, frame = count + 1, frame.f_back
    return count


FileIO.__module__ = '_io'
