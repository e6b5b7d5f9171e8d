"""What all streams have in common."""

from abc import ABCMeta

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class UnsupportedOperation(OSError, ValueError):
    """A stream was asked for what it cannot do."""


UnsupportedOperation.__module__ = 'io'


class IOBase(metaclass=ABCMeta):
    """A stream that refuses everything but being closed."""

    _closed = False

    def _refuse(self, name):
        raise UnsupportedOperation(f'{type(self).__name__}.{name}() not '
                                   'supported')

    def seek(self, pos, whence=0):
        self._refuse('seek')

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, pos=None):
        self._refuse('truncate')

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def flush(self):
        self._check_open()

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    @property
    def closed(self):
        return self._closed

    def _check_open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def seekable(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def isatty(self):
        self._check_open()
        return False

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *details):
        self.close()

    def readline(self, size=-1, /):
        """One line with its end; empty when nothing is left."""
        line = bytearray()
        while size is None or size < 0 or len(line) < size:
            byte = self.read(1)
            if not byte:
                break
            line += byte
            if byte == b'\n':
                break
        return bytes(line)

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=None, /):
        """All lines that are left, or until they have `hint` characters."""
        lines = []
        length = 0
        for line in self:
            lines.append(line)
            length += len(line)
            if hint is not None and 0 < hint <= length:
                break
        return lines

    def writelines(self, lines, /):
        self._check_open()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """Streams of bytes without a buffer."""


class BufferedIOBase(IOBase):
    """Streams of bytes with a buffer."""

    def detach(self):
        self._refuse('detach')


class TextIOBase(IOBase):
    """Streams of text."""

    encoding = None
    errors = None
    newlines = None


for _class in (IOBase, RawIOBase, BufferedIOBase, TextIOBase):
    _class.__module__ = 'io'
del _class
