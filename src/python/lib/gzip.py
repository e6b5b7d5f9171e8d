"""Files compressed by gzip."""

__all__ = ['BadGzipFile', 'GzipFile', 'compress', 'decompress', 'open']

import builtins
import io
import os
import struct
import time
import zlib

READ, WRITE = 'rb', 'wb'
_NAME = 8


class BadGzipFile(OSError):
    """The file is no gzip file."""


def open(filename, mode='rb', compresslevel=9, encoding=None, errors=None,
         newline=None):
    """A compressed file, of bytes or with `t` in the mode of text."""
    if 't' in mode:
        if 'b' in mode:
            raise ValueError(f'Invalid mode: {mode!r}')
    else:
        for name, value in (('encoding', encoding), ('errors', errors),
                            ('newline', newline)):
            if value is not None:
                raise ValueError(f"Argument '{name}' not supported in binary "
                                 'mode')
    plain = mode.replace('t', '')
    if isinstance(filename, (str, bytes, os.PathLike)):
        binary = GzipFile(filename, plain, compresslevel)
    elif hasattr(filename, 'read') or hasattr(filename, 'write'):
        binary = GzipFile(None, plain, compresslevel, filename)
    else:
        raise TypeError('filename must be a str or bytes object, or a file')
    if 't' in mode:
        return io.TextIOWrapper(binary, encoding, errors, newline)
    return binary


def _head(name, level, mtime):
    flags = _NAME if name else 0
    extra = {9: 2, 1: 4}.get(level, 0)
    head = struct.pack('<3sBLBB', b'\x1f\x8b\x08', flags,
                       int(time.time() if mtime is None else mtime), extra,
                       255)
    return head + (name + b'\0' if name else b'')


def compress(data, compresslevel=9, *, mtime=None):
    """One gzip stream with the data."""
    maker = zlib.compressobj(compresslevel, wbits=-15)
    return b''.join((_head(b'', compresslevel, mtime), maker.compress(data),
                     maker.flush(), struct.pack('<LL', zlib.crc32(data),
                                                len(data) & 0xffffffff)))


def decompress(data):
    """What one stream or several, one behind the other, unpack to."""
    parts = []
    data = bytes(data)
    while data:
        if data[:2] != b'\x1f\x8b':
            raise BadGzipFile(f'Not a gzipped file ({data[:2]!r})')
        reader = zlib.decompressobj(31)
        try:
            parts.append(reader.decompress(data))
        except zlib.error as problem:
            text = str(problem)
            if 'data check' in text:
                raise BadGzipFile('CRC check failed') from None
            if 'length check' in text:
                raise BadGzipFile('Incorrect length of data produced') \
                    from None
            if 'method' in text:
                raise BadGzipFile('Unknown compression method') from None
            raise
        if not reader.eof:
            raise EOFError('Compressed file ended before the end-of-stream '
                           'marker was reached')
        data = reader.unused_data.lstrip(b'\0')
    return b''.join(parts)


class GzipFile(io.BufferedIOBase):
    """A compressed file; when read it is unpacked as a whole at first use."""

    def __init__(self, filename=None, mode=None, compresslevel=9,
                 fileobj=None, mtime=None):
        if mode and ('t' in mode or 'U' in mode):
            raise ValueError(f'Invalid mode: {mode!r}')
        if mode and 'b' not in mode:
            mode += 'b'
        self.myfileobj = None
        if fileobj is None:
            fileobj = self.myfileobj = builtins.open(filename, mode or 'rb')
        if filename is None:
            filename = getattr(fileobj, 'name', '')
            if not isinstance(filename, (str, bytes)):
                filename = ''
        self.name = os.fspath(filename)
        if mode is None:
            mode = getattr(fileobj, 'mode', 'rb')
        self.fileobj = fileobj
        self._plain = None
        self._level = compresslevel
        self._mtime = mtime
        if mode.startswith('r'):
            self.mode = READ
        elif mode.startswith(('w', 'a', 'x')):
            self.mode = WRITE
            self._maker = zlib.compressobj(compresslevel, wbits=-15)
            self._checksum = self.size = 0
            name = os.path.basename(self.name)
            if isinstance(name, str):
                try:
                    name = name.encode('latin-1')
                except UnicodeEncodeError:
                    name = b''
            fileobj.write(_head(name.removesuffix(b'.gz'), compresslevel,
                                mtime))
        else:
            raise ValueError(f'Invalid mode: {mode!r}')

    def __repr__(self):
        return f'<gzip {self.fileobj!r} {id(self):#x}>'

    @property
    def mtime(self):
        """When the content was changed last, as read; None before that."""
        return self._mtime

    def _content(self):
        self._check()
        if self.mode != READ:
            raise OSError(9, 'read() on write-only GzipFile object')
        if self._plain is None:
            data = self.fileobj.read()
            if len(data) >= 8:
                self._mtime = int.from_bytes(data[4:8], 'little')
            self._plain = io.BytesIO(decompress(data))
        return self._plain

    def _check(self):
        if self.fileobj is None:
            raise ValueError('I/O operation on closed file.')

    def read(self, size=-1):
        return self._content().read(size)

    def read1(self, size=-1):
        return self._content().read1(size)

    def readinto(self, buffer):
        return self._content().readinto(buffer)

    def peek(self, n):
        content = self._content()
        at = content.tell()
        # More than asked for may come.
        data = content.read(max(n, io.DEFAULT_BUFFER_SIZE))
        content.seek(at)
        return data

    def readline(self, size=-1):
        return self._content().readline(size)

    def write(self, data):
        self._check()
        if self.mode != WRITE:
            raise OSError(9, 'write() on read-only GzipFile object')
        data = bytes(data)
        self.fileobj.write(self._maker.compress(data))
        self._checksum = zlib.crc32(data, self._checksum)
        self.size += len(data)
        return len(data)

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        self._check()
        if self.mode == WRITE:
            self.fileobj.write(self._maker.flush(zlib_mode))
            self.fileobj.flush()

    def seek(self, offset, whence=io.SEEK_SET):
        if self.mode == READ:
            return self._content().seek(offset, whence)
        if whence == io.SEEK_CUR:
            offset += self.size
        elif whence != io.SEEK_SET:
            raise ValueError('Seek from end not supported')
        if offset < self.size:
            raise OSError('Negative seek in write mode')
        self.write(bytes(offset - self.size))
        return self.size

    def tell(self):
        return self._content().tell() if self.mode == READ else self.size

    def rewind(self):
        self.seek(0)

    @property
    def closed(self):
        return self.fileobj is None

    def close(self):
        fileobj = self.fileobj
        if fileobj is None:
            return
        self.fileobj = None
        try:
            if self.mode == WRITE:
                fileobj.write(self._maker.flush())
                fileobj.write(struct.pack('<LL', self._checksum,
                                          self.size & 0xffffffff))
        finally:
            if self.myfileobj is not None:
                self.myfileobj.close()
                self.myfileobj = None

    def fileno(self):
        return self.fileobj.fileno()

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True
