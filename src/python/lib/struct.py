"""Numbers as the bytes of C structures."""

__all__ = ['Struct', 'calcsize', 'error', 'iter_unpack', 'pack',
           'pack_into', 'unpack', 'unpack_from']

_in_c = '_struct', ('calcsize', 'iter_unpack', 'pack', 'pack_into', 'unpack',
                    'unpack_from', 'Struct.iter_unpack', 'Struct.pack',
                    'Struct.pack_into', 'Struct.unpack', 'Struct.unpack_from')

import math
from operator import index

from _buffers import bytes_of, check_writable
from _struct import float_from_bytes, float_to_bytes


class error(Exception):
    """The values or bytes do not fit the format."""


error.__module__ = 'struct'

# Size of each code; native sizes and alignment are those of 64-bit Linux.
_STANDARD = {'x': 1, 'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4,
             'I': 4, 'l': 4, 'L': 4, 'q': 8, 'Q': 8, 'e': 2, 'f': 4, 'd': 8,
             's': 1, 'p': 1}
_NATIVE = {**_STANDARD, 'l': 8, 'L': 8, 'n': 8, 'N': 8, 'P': 8}
_SIGNED = frozenset('bhilqn')
_FLOATS = frozenset('efd')
_NAMES = {'b': 'byte', 'B': 'ubyte', 'h': 'short', 'H': 'ushort'}


def _parsed(format):
    """Byte order, whole size, and (code, count, offset) of each item."""
    order, sizes, aligned = 'little', _NATIVE, True
    codes = format
    if format[:1] in tuple('@=<>!'):
        codes = format[1:]
        if format[0] != '@':
            sizes, aligned = _STANDARD, False
            order = 'big' if format[0] in '>!' else 'little'
    items = []
    offset = 0
    digits = ''
    for code in codes:
        if code.isspace():
            continue
        if code.isdigit():
            digits += code
            continue
        size = sizes.get(code)
        if size is None:
            raise error('bad char in struct format')
        count = int(digits) if digits else 1
        if aligned and code not in 'spxcbB?':
            offset += -offset % size
        if code in 'sp':
            items.append((code, count, offset, size))
        elif code != 'x':
            for index in range(count):
                items.append((code, 1, offset + index * size, size))
        offset += count * size
        digits = ''
    if digits:
        raise error('repeat count given without format specifier')
    return order, offset, items


class Struct:
    """A format that has been read already."""

    def __init__(self, format):
        if isinstance(format, str):
            format.encode('ascii')
        elif isinstance(format, bytes):
            format = format.decode('latin-1')
        else:
            raise TypeError('Struct() argument 1 must be a str or bytes '
                            f'object, not {type(format).__name__}')
        self.format = format
        self._order, self.size, self._items = _parsed(format)
        self._native = format[:1] not in ('=', '<', '>', '!')

    def __repr__(self):
        return f'{type(self).__name__}({self.format!r})'

    def pack(self, *values):
        """The bytes of the values."""
        if len(values) != len(self._items):
            raise error(f'pack expected {len(self._items)} items for packing '
                        f'(got {len(values)})')
        out = bytearray(self.size)
        for (code, count, offset, size), value in zip(self._items, values):
            try:
                data = _packed(code, count, size, value, self._order)
            except OverflowError:
                # C itself makes what is too large infinite.
                if code != 'f' or not self._native:
                    raise
                value = math.copysign(math.inf, value)
                data = _packed(code, count, size, value, self._order)
            out[offset:offset + len(data)] = data
        return bytes(out)

    def pack_into(self, *arguments):
        if len(arguments) < 2:
            missing = 'offset' if arguments else 'buffer'
            raise error(f'pack_into expected {missing} argument')
        buffer, offset, *values = arguments
        if len(values) != len(self._items):
            raise error(f'pack_into expected {len(self._items)} items for '
                        f'packing (got {len(values)})')
        check_writable(buffer)
        offset = index(offset)
        size = len(buffer)
        if -self.size < offset < 0:
            raise error(f'no space to pack {self.size} bytes at offset '
                        f'{offset}')
        offset = _from_start(offset, size)
        if offset + self.size > size:
            raise error(
                f'pack_into requires a buffer of at least '
                f'{offset + self.size} bytes for packing {self.size} bytes '
                f'at offset {offset} (actual buffer size is {size})')
        buffer[offset:offset + self.size] = self.pack(*values)

    def unpack(self, buffer, /):
        """The values of the bytes."""
        buffer = bytes_of(buffer)
        if len(buffer) != self.size:
            raise error(f'unpack requires a buffer of {self.size} bytes')
        return self._values(bytes(buffer))

    def unpack_from(self, buffer, offset=0):
        buffer, offset = bytes_of(buffer), index(offset)
        if -self.size < offset < 0:
            raise error(f'not enough data to unpack {self.size} bytes at '
                        f'offset {offset}')
        offset = _from_start(offset, len(buffer))
        if offset + self.size > len(buffer):
            raise error(
                'unpack_from requires a buffer of at least '
                f'{offset + self.size} bytes for unpacking {self.size} bytes '
                f'at offset {offset} (actual buffer size is {len(buffer)})')
        return self._values(bytes(buffer[offset:offset + self.size]))

    def iter_unpack(self, buffer, /):
        buffer = bytes_of(buffer)
        if not self.size:
            raise error('cannot iteratively unpack with a struct of length 0')
        if len(buffer) % self.size:
            raise error('iterative unpacking requires a buffer of a multiple '
                        f'of {self.size} bytes')
        data = bytes(buffer)
        return (self._values(data[at:at + self.size])
                for at in range(0, len(data), self.size))

    def _values(self, data):
        return tuple([
            _unpacked(code, data[offset:offset + count * size], self._order)
            for code, count, offset, size in self._items])


def _from_start(offset, size):
    if offset < -size:
        raise error(f'offset {offset} out of range for {size}-byte buffer')
    return offset + size if offset < 0 else offset


def _packed(code, count, size, value, order):
    if code in _FLOATS:
        try:
            if type(value) is not float:
                value = _float_of(value)
            return float_to_bytes(value, size, order == 'little')
        except TypeError:
            raise error('required argument is not a float') from None
    if code == '?':
        return b'\1' if value else b'\0'
    if code in 'cs' or code == 'p':
        if code == 'c':
            if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
                raise error('char format requires a bytes object of length 1')
            return value
        if not isinstance(value, (bytes, bytearray)):
            raise error(f"argument for '{code}' must be a bytes object")
        if code == 'p':
            kept = bytes(value[:max(min(count - 1, 255), 0)])
            value = bytes([len(kept)]) + kept
        return bytes(value[:count])
    if not isinstance(value, int):
        method = getattr(type(value), '__index__', None)
        if method is None:
            raise error('required argument is not an integer')
        value = method(value)
    signed = code in _SIGNED
    # C reads the number as a long first; in the order of the machine as an
    # unsigned one only where the item is as wide as that may be.
    own_order = order == 'little'
    as_signed = signed or code == 'B' or (code == 'H' and own_order)
    if not -(1 << 63) * as_signed <= value < 1 << 64 - as_signed:
        raise error('int too large to convert' if code in 'qQ' and not own_order
                    else 'argument out of range')
    low = -(1 << size * 8 - 1) if signed else 0
    high = (1 << size * 8 - signed) - 1
    if not low <= value <= high:
        if code in 'bB' or code in _NAMES and own_order:
            raise error(f'{_NAMES[code]} format requires {low} <= number <= '
                        f'{high}')
        raise error(f"'{code}' format requires {low} <= number <= {high}")
    return value.to_bytes(size, order, signed=signed)


def _float_of(value):
    kind = type(value)
    if not hasattr(kind, '__float__') and not hasattr(kind, '__index__'):
        raise TypeError
    try:
        return float(value)
    except Exception:
        # Whatever it is, C calls it no float.
        raise TypeError from None


def _unpacked(code, data, order):
    if code in _FLOATS:
        return float_from_bytes(data, order == 'little')
    if code == '?':
        return data != b'\0'
    if code in 'cs':
        return data
    if code == 'p':
        return data[1:1 + min(data[0], len(data) - 1)] if data else b''
    return int.from_bytes(data, order, signed=code in _SIGNED)


_known = {}


def _struct(format):
    made = _known.get(format)
    if made is None:
        if len(_known) >= 100:
            _known.clear()
        made = _known[format] = Struct(format)
    return made


def calcsize(format, /):
    return _struct(format).size


def pack(*arguments):
    format, *values = _formatted(arguments)
    return _struct(format).pack(*values)


def pack_into(*arguments):
    format, *values = _formatted(arguments)
    _struct(format).pack_into(*values)


def _formatted(arguments):
    if not arguments:
        raise TypeError('missing format argument')
    return arguments


def unpack(format, buffer, /):
    return _struct(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return _struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    return _struct(format).iter_unpack(buffer)
