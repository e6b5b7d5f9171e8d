"""Compression by DEFLATE. What comes out differs from C's zlib in its bytes,
not in what it unpacks to."""

__all__ = ['DEFLATED', 'DEF_BUF_SIZE', 'DEF_MEM_LEVEL', 'MAX_WBITS',
           'Z_BEST_COMPRESSION', 'Z_BEST_SPEED', 'Z_BLOCK',
           'Z_DEFAULT_COMPRESSION', 'Z_DEFAULT_STRATEGY', 'Z_FILTERED',
           'Z_FINISH', 'Z_FIXED', 'Z_FULL_FLUSH', 'Z_HUFFMAN_ONLY',
           'Z_NO_COMPRESSION', 'Z_NO_FLUSH', 'Z_PARTIAL_FLUSH', 'Z_RLE',
           'Z_SYNC_FLUSH', 'Z_TREES', 'adler32', 'compress', 'compressobj',
           'crc32', 'decompress', 'decompressobj', 'error']

from binascii import crc32

import _deflate
from _buffers import bytes_of

_in_c = 'zlib', ('adler32', 'compress', 'compressobj', 'decompress',
                 'decompressobj')

DEFLATED = DEF_MEM_LEVEL = 8
DEF_BUF_SIZE = 16384
MAX_WBITS = 15
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = '1.3.1'
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION = 0, 1, 9
Z_DEFAULT_COMPRESSION = -1
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = range(5)
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH, Z_BLOCK, \
    Z_TREES = range(7)

_FIRST, _SECOND = b'\x1f', b'\x8b'
# Magic, deflate, no flags, no time, no extra flags, system unknown.
_GZIP_HEAD = b'\x1f\x8b\x08' + bytes(5) + b'\x00\x03'


class error(Exception):
    """The data are not what they should be."""


def adler32(data, value=1, /):
    """The checksum of zlib's format."""
    data = bytes_of(data)
    low, high = value & 0xffff, value >> 16 & 0xffff
    # So many sums stay small.
    for start in range(0, len(data), 1 << 16):
        part = data[start:start + (1 << 16)]
        size = len(part)
        high += size * low + sum(
            [(size - at) * byte for at, byte in enumerate(part)])
        low = (low + sum(part)) % 65521
        high %= 65521
    return high << 16 | low


def compress(data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS):
    maker = compressobj(level, wbits=wbits)
    return maker.compress(data) + maker.flush()


def decompress(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE):
    reader = decompressobj(wbits)
    out = reader.decompress(data)
    if not reader.eof:
        raise error('Error -5 while decompressing data: incomplete or '
                    'truncated stream')
    return out


def compressobj(level=-1, method=DEFLATED, wbits=MAX_WBITS,
                memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY,
                zdict=None):
    """Compresses piece by piece. Dictionaries are not supported."""
    if zdict is not None:
        raise NotImplementedError('zdict is not supported')
    if not -1 <= level <= 9 or not 8 <= abs(wbits) <= 15 + 16:
        raise ValueError('Invalid initialization option')
    return Compress(level, wbits)


def decompressobj(wbits=MAX_WBITS, zdict=None):
    """Decompresses piece by piece. Dictionaries are not supported."""
    if zdict is not None:
        raise NotImplementedError('zdict is not supported')
    if wbits and not 8 <= abs(wbits) <= 15 + 32:
        raise ValueError('Invalid initialization option')
    return Decompress(wbits)


class Compress:
    """A stream that is being made."""

    def __init__(self, level, wbits):
        self._gzip = wbits > 15
        self._raw = wbits < 0 or self._gzip
        self._level = 6 if level < 0 else level
        self._stream = _deflate.Deflater(self._level, self._raw)
        self._checksum = self._size = 0
        self._begun = not self._gzip

    def _step(self, data, flush):
        if self._stream is None:
            raise error('Error -2 while flushing: inconsistent stream state')
        out = self._stream.step(data, flush)
        if self._gzip:
            self._checksum = crc32(data, self._checksum)
            self._size += len(data)
        if not self._begun:
            self._begun = True
            out = _GZIP_HEAD + out
        return out

    def compress(self, data, /):
        return self._step(data, Z_NO_FLUSH)

    def flush(self, mode=Z_FINISH, /):
        if mode == Z_NO_FLUSH:
            return b''
        if mode != Z_FINISH:
            return self._step(b'', max(mode, Z_SYNC_FLUSH))
        out = self._step(b'', Z_FINISH)
        self._stream = None
        if self._gzip:
            out += self._checksum.to_bytes(4, 'little')
            out += (self._size & 0xffffffff).to_bytes(4, 'little')
        return out

    def copy(self):
        if self._stream is None:
            raise ValueError('Inconsistent stream state')
        twin = object.__new__(Compress)
        twin.__dict__.update(self.__dict__)
        twin._stream = _deflate.Deflater(self._level, self._raw)
        twin._stream.copy_state(self._stream)
        return twin

    __copy__ = copy

    def __deepcopy__(self, memo):
        return self.copy()


class Decompress:
    """A stream that is being read."""

    def __init__(self, wbits):
        # Above 31: the data tell whether they are zlib's or gzip's.
        self._wbits = wbits
        self._gzip = 15 < wbits < 32
        self._stream = None
        self._head = b''
        self._tail = b''
        self._checksum = self._size = 0
        self._finished = False
        self.eof = False
        self.unused_data = b''
        self.unconsumed_tail = b''

    def decompress(self, data, /, max_length=0):
        """What the data unpack to; at most so many bytes if it is not 0."""
        if max_length < 0:
            raise ValueError('max_length must be non-negative')
        data = bytes(bytes_of(data))
        if self.eof:
            self.unused_data += data
            return b''
        if self._stream is None:
            data = self._begin(self._head + data)
            if data is None:
                return b''
        if self._finished:
            self._end(data)
            return b''
        try:
            out, used, self._finished = self._stream.step(data, max_length)
        except ValueError:
            raise error('Error -3 while decompressing data: '
                        + self._what_is_wrong(data)) from None
        if self._gzip:
            self._checksum = crc32(out, self._checksum)
            self._size += len(out)
        rest = data[used:]
        if self._finished:
            self.unconsumed_tail = b''
            self._end(rest)
        else:
            self.unconsumed_tail = rest
        self._head = b''
        return out

    def _what_is_wrong(self, data):
        if self._wbits > 0 and self._size == 0 and not self._gzip \
                and len(data) > 1 and (data[0] * 256 + data[1]) % 31:
            return 'incorrect header check'
        return 'invalid data'

    def _begin(self, data):
        """Makes the stream; what is left behind a head, None if torn."""
        self._head = data
        if not data:
            return None
        if self._wbits >= 32:
            if data[:1] == _FIRST and len(data) < 2:
                return None
            self._gzip = data[:2] == _FIRST + _SECOND
        if self._gzip:
            data = _behind_gzip_head(data)
            if data is None:
                return None
        self._stream = _deflate.Inflater(self._gzip or self._wbits < 0)
        return data

    def _end(self, rest):
        if self._gzip:
            self._tail += rest
            if len(self._tail) < 8:
                return
            rest = self._tail[8:]
            told = self._tail[:4], self._tail[4:8]
            if told[0] != self._checksum.to_bytes(4, 'little'):
                raise error('Error -3 while decompressing data: '
                            'incorrect data check')
            if told[1] != (self._size & 0xffffffff).to_bytes(4, 'little'):
                raise error('Error -3 while decompressing data: '
                            'incorrect length check')
        self.eof = True
        self.unused_data = rest

    def flush(self, length=DEF_BUF_SIZE, /):
        """What is left to unpack."""
        if length <= 0:
            raise ValueError('length must be greater than zero')
        rest, self.unconsumed_tail = self.unconsumed_tail, b''
        return self.decompress(rest) if rest else b''

    def copy(self):
        twin = object.__new__(Decompress)
        twin.__dict__.update(self.__dict__)
        if self._stream is not None:
            twin._stream = _deflate.Inflater(self._gzip or self._wbits < 0)
            twin._stream.copy_state(self._stream)
        return twin

    __copy__ = copy

    def __deepcopy__(self, memo):
        return self.copy()


def _behind_gzip_head(data):
    """What follows the head of a gzip stream (RFC 1952); None if torn."""
    if not data.startswith((_FIRST + _SECOND)[:len(data)]):
        raise error('Error -3 while decompressing data: incorrect header '
                    'check')
    if len(data) < 10:
        return None
    if data[2] != 8:
        raise error('Error -3 while decompressing data: unknown compression '
                    'method')
    flags, at = data[3], 10
    if flags & 4:
        if len(data) < at + 2:
            return None
        at += 2 + int.from_bytes(data[at:at + 2], 'little')
    for flag in (8, 16):
        if flags & flag:
            at = data.find(b'\0', at) + 1
            if not at:
                return None
    if flags & 2:
        at += 2
    return data[at:] if len(data) >= at else None
