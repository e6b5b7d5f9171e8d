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
        raise UnsupportedOperation(name)

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

    def __del__(self):
        if not self.closed:
            self._warn_unclosed(self)
            self.close()

    def _warn_unclosed(self, source):
        """Files tell that nobody closed them."""

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError('I/O operation on closed file.' if msg is None
                             else msg)

    def _checkReadable(self, msg=None):
        if not self.readable():
            raise UnsupportedOperation('File or stream is not readable.')

    def _checkWritable(self, msg=None):
        if not self.writable():
            raise UnsupportedOperation('File or stream is not writable.')

    def _checkSeekable(self, msg=None):
        if not self.seekable():
            raise UnsupportedOperation('File or stream is not seekable.')

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
    """Streams of bytes without a buffer, over `readinto` and `write`."""

    def read(self, size=-1, /):
        """At most `size` bytes; None when nothing is there yet."""
        if size is None or size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        return None if count is None else bytes(buffer[:count])

    def readall(self):
        parts = []
        while part := self.read(8192):
            parts.append(part)
        return part if part is None and not parts else b''.join(parts)

    def readinto(self, buffer, /):
        raise NotImplementedError

    def write(self, b, /):
        raise NotImplementedError


class BufferedIOBase(IOBase):
    """Streams of bytes with a buffer."""

    def read(self, size=-1, /):
        self._refuse('read')

    def read1(self, size=-1, /):
        self._refuse('read1')

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        memoryview(buffer)[:len(data)] = data
        return len(data)

    def readinto1(self, buffer, /):
        data = self.read1(len(buffer))
        memoryview(buffer)[:len(data)] = data
        return len(data)

    def write(self, b, /):
        self._refuse('write')

    def detach(self):
        self._refuse('detach')


class TextIOBase(IOBase):
    """Streams of text."""

    encoding = None
    errors = None
    newlines = None

    def read(self, size=-1, /):
        self._refuse('read')

    def readline(self, size=-1, /):
        self._refuse('readline')

    def write(self, s, /):
        self._refuse('write')

    def detach(self):
        self._refuse('detach')


for _class in (IOBase, RawIOBase, BufferedIOBase, TextIOBase):
    _class.__module__ = 'io'
del _class
