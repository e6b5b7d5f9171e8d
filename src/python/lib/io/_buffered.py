"""Buffers over streams of bytes."""

from operator import index

from _buffers import bytes_of
from ._base import BufferedIOBase, UnsupportedOperation

DEFAULT_BUFFER_SIZE = 8192


class _Buffered(BufferedIOBase):
    """What all buffers do: pass on to the stream below, `raw`."""

    def _prepare(self, raw, buffer_size):
        if buffer_size <= 0:
            raise ValueError('buffer size must be strictly positive')
        self._raw = raw
        self._size = buffer_size

    @property
    def raw(self):
        return self._stream()

    def _stream(self):
        raw = getattr(self, '_raw', None)
        if raw is None:
            raise ValueError('raw stream has been detached')
        return raw

    @property
    def closed(self):
        return self._stream().closed

    @property
    def name(self):
        return self._stream().name

    @property
    def mode(self):
        return self._stream().mode

    def fileno(self):
        return self._stream().fileno()

    def isatty(self):
        return self._stream().isatty()

    def readable(self):
        return self._stream().readable()

    def writable(self):
        return self._stream().writable()

    def seekable(self):
        return self._stream().seekable()

    def close(self):
        raw = self._stream()
        if not raw.closed:
            try:
                self.flush()
            finally:
                raw.close()

    def __del__(self):
        if getattr(self, '_raw', None) is not None:
            super().__del__()

    def _warn_unclosed(self, source):
        tell = getattr(self._raw, '_warn_unclosed', None)
        if tell is not None:
            tell(source)

    def detach(self):
        """Gives the stream below back; this object is of no use then."""
        raw = self._stream()
        self.flush()
        self._raw = None
        return raw

    def __repr__(self):
        name = getattr(getattr(self, '_raw', None), 'name', None)
        shown = f'_io.{type(self).__name__}' if type(
            self).__module__ == '_io' else (
            f'{type(self).__module__}.{type(self).__qualname__}')
        return f'<{shown}>' if name is None else f'<{shown} name={name!r}>'


class BufferedReader(_Buffered):
    """Reads ahead."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.readable():
            raise OSError('File or stream is not readable.')
        self._prepare(raw, buffer_size)
        self._ahead = b''

    def _check(self, doing):
        if self.closed:
            raise ValueError(f'{doing} of closed file')

    def flush(self):
        self._stream().flush()

    def _before_reading(self):
        """A buffer that also writes has something to do here."""

    def _more(self, size):
        data = self._stream().read(size)
        if data:
            self._ahead += data
        return data

    def _take(self, size):
        taken, self._ahead = self._ahead[:size], self._ahead[size:]
        return taken

    def read(self, size=-1, /):
        """`size` bytes, fewer only at the end; None if none are there yet."""
        self._check('read')
        size = -1 if size is None else index(size)
        if size < -1:
            raise ValueError('read length must be non-negative or -1')
        self._before_reading()
        if size < 0:
            taken = self._take(len(self._ahead))
            read_all = getattr(self._stream(), 'readall', None)
            rest = self._stream().read() if read_all is None else read_all()
            return (taken or None) if rest is None else taken + rest
        while len(self._ahead) < size:
            data = self._more(max(self._size, size - len(self._ahead)))
            if not data:
                if data is None and not self._ahead:
                    return None
                break
        return self._take(size)

    def read1(self, size=-1, /):
        """Some bytes, from at most one read below."""
        self._check('read')
        self._before_reading()
        size = self._size if size is None or size < 0 else size
        if size and not self._ahead:
            self._more(max(size, self._size))
        return self._take(size)

    def peek(self, size=0, /):
        """Bytes ahead, without moving."""
        self._check('peek')
        self._before_reading()
        if not self._ahead:
            self._more(self._size)
        return self._ahead

    def readinto1(self, buffer, /):
        data = self.read1(len(buffer))
        memoryview(buffer)[:len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        self._check('readline')
        self._before_reading()
        size = -1 if size is None else size
        start = 0
        while True:
            end = self._ahead.find(b'\n', start) + 1
            if end or 0 <= size <= len(self._ahead):
                break
            start = len(self._ahead)
            if not self._more(self._size):
                end = len(self._ahead)
                break
        end = end or len(self._ahead)
        return self._take(end if size < 0 else min(end, size))

    def seek(self, pos, whence=0, /):
        if whence not in (0, 1, 2):
            raise ValueError(f'whence value {whence} unsupported')
        self._check('seek')
        if not self.seekable():
            raise UnsupportedOperation(
                'File or stream is not seekable.')
        self._before_reading()
        if whence == 1:
            pos -= len(self._ahead)
        self._ahead = b''
        return self._stream().seek(pos, whence)

    def tell(self):
        return self._stream().tell() - len(self._ahead)

    def truncate(self, pos=None, /):
        self._check('truncate')
        if not self.writable():
            raise UnsupportedOperation('truncate')
        self._stream().truncate(self.tell() if pos is None else pos)

    def write(self, b, /):
        raise UnsupportedOperation('write')


class BufferedWriter(_Buffered):
    """Writes when enough has come together."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.writable():
            raise OSError('File or stream is not writable.')
        self._prepare(raw, buffer_size)
        self._waiting = bytearray()

    def write(self, b, /):
        data = bytes_of(b)
        if self.closed:
            raise ValueError('write to closed file')
        self._before_writing()
        if len(self._waiting) + len(data) > self._size:
            self._write_out()
        self._waiting += data
        if len(self._waiting) > self._size:
            self._write_out()
        return len(data)

    def _before_writing(self):
        """A buffer that also reads has something to do here."""

    def _write_out(self):
        while self._waiting:
            count = self._stream().write(bytes(self._waiting))
            if count is None:
                raise BlockingIOError(
                    11, 'write could not complete without blocking', 0)
            if not 0 <= count <= len(self._waiting):
                raise OSError(
                    f'raw write() returned invalid length {count} (should '
                    f'have been between 0 and {len(self._waiting)})')
            del self._waiting[:count]

    def flush(self):
        if self.closed:
            raise ValueError('flush of closed file')
        self._write_out()
        self._stream().flush()

    def tell(self):
        return self._stream().tell() + len(self._waiting)

    def seek(self, pos, whence=0, /):
        if whence not in (0, 1, 2):
            raise ValueError(f'whence value {whence} unsupported')
        if self.closed:
            raise ValueError('seek of closed file')
        self._write_out()
        return self._stream().seek(pos, whence)

    def truncate(self, pos=None, /):
        if self.closed:
            raise ValueError('truncate of closed file')
        self._write_out()
        return self._stream().truncate(self.tell() if pos is None else pos)

    def read(self, size=-1, /):
        raise UnsupportedOperation('read')

    def readline(self, size=-1, /):
        raise UnsupportedOperation('read')


class BufferedRandom(BufferedReader, BufferedWriter):
    """Reads ahead, or writes together, at one position."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.seekable():
            raise UnsupportedOperation('File or stream is not seekable.')
        BufferedWriter.__init__(self, raw, buffer_size)
        BufferedReader.__init__(self, raw, buffer_size)

    def _before_reading(self):
        self._write_out()

    def _before_writing(self):
        if self._ahead:
            self._stream().seek(-len(self._ahead), 1)
            self._ahead = b''

    write = BufferedWriter.write

    def flush(self):
        if self.closed:
            raise ValueError('flush of closed file')
        self._before_writing()
        self._write_out()
        self._stream().flush()

    def tell(self):
        return (self._stream().tell() - len(self._ahead)
                + len(self._waiting))

    def truncate(self, pos=None, /):
        if self.closed:
            raise ValueError('truncate of closed file')
        self._write_out()
        pos = self.tell() if pos is None else pos
        return self._stream().truncate(pos)


class BufferedRWPair(BufferedIOBase):
    """A stream to read from and another one to write to."""

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        if not reader.readable():
            raise UnsupportedOperation('File or stream is not readable.')
        if not writer.writable():
            raise UnsupportedOperation('File or stream is not writable.')
        self._reader = BufferedReader(reader, buffer_size)
        self._writer = BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /):
        return self._reader.read(size)

    def read1(self, size=-1, /):
        return self._reader.read1(size)

    def peek(self, size=0, /):
        return self._reader.peek(size)

    def readinto(self, buffer, /):
        return self._reader.readinto(buffer)

    def write(self, b, /):
        return self._writer.write(b)

    def flush(self):
        return self._writer.flush()

    def readable(self):
        return self._reader.readable()

    def writable(self):
        return self._writer.writable()

    def isatty(self):
        return self._reader.isatty() or self._writer.isatty()

    def close(self):
        try:
            self._writer.close()
        finally:
            self._reader.close()

    @property
    def closed(self):
        return self._writer.closed


for _class in (BufferedReader, BufferedWriter, BufferedRandom,
               BufferedRWPair):
    _class.__module__ = '_io'
del _class
