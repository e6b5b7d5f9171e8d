"""`BytesIO`: a stream of bytes in memory."""

from operator import index

from _buffers import bytes_of, check_writable, size_of
from ._base import BufferedIOBase


class BytesIO(BufferedIOBase):
    """Reads from and writes to bytes that it holds."""

    def __init__(self, initial_bytes=b''):
        self._data = bytearray(
            b'' if initial_bytes is None else bytes_of(initial_bytes))
        self._pos = 0

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def getvalue(self):
        """All the bytes, wherever the position is."""
        self._check_open()
        return bytes(self._data)

    def getbuffer(self):
        """A view of the bytes as they are now."""
        self._check_open()
        return memoryview(self._data)

    def read(self, size=-1, /):
        self._check_open()
        end = len(self._data)
        size = size_of(size)
        if size >= 0:
            end = min(end, self._pos + size)
        taken = bytes(self._data[self._pos:end])
        self._pos += len(taken)
        return taken

    read1 = read

    def readinto(self, buffer, /):
        check_writable(buffer, 'readinto() argument')
        taken = self.read(len(buffer))
        buffer[:len(taken)] = taken
        return len(taken)

    def readline(self, size=-1, /):
        self._check_open()
        end = self._data.find(b'\n', self._pos) + 1 or len(self._data)
        size = size_of(size)
        if size >= 0:
            end = min(end, self._pos + size)
        return self.read(max(end - self._pos, 0))

    def write(self, b, /):
        self._check_open()
        b = bytes_of(b)
        count = len(b)
        if count:
            missing = self._pos - len(self._data)
            if missing > 0:
                self._data += bytes(missing)
            self._data[self._pos:self._pos + count] = b
            self._pos += count
        return count

    def seek(self, pos, whence=0, /):
        self._check_open()
        pos = index(pos)
        if whence == 0:
            if pos < 0:
                raise ValueError(f'negative seek value {pos}')
        elif whence == 1:
            pos += self._pos
        elif whence == 2:
            pos += len(self._data)
        else:
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        self._pos = max(pos, 0)
        return self._pos

    def tell(self):
        self._check_open()
        return self._pos

    def truncate(self, size=None, /):
        self._check_open()
        if size is not None and not hasattr(type(size), '__index__'):
            size_of(size)
        size = self._pos if size is None else index(size)
        if size < 0:
            raise ValueError(f'negative size value {size}')
        del self._data[size:]
        return size


BytesIO.__module__ = '_io'
