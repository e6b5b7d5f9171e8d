"""Bytes as text and back."""

from operator import index

from _buffers import bytes_of

_in_c = 'binascii', ('a2b_base64', 'a2b_hex', 'b2a_base64', 'b2a_hex', 'crc32',
                     'hexlify', 'unhexlify')

_SIGNS = (b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
          b'0123456789+/')
_VALUES = {sign: value for value, sign in enumerate(_SIGNS)}


class Error(ValueError):
    """The text is not what it should be."""


class Incomplete(Exception):
    """Data end too early."""


def _text(data):
    """The same of what may be a string too."""
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError('string argument should contain only ASCII '
                             'characters')
        return data.encode()
    try:
        return bytes_of(data)
    except (TypeError, BufferError):
        raise TypeError('argument should be bytes, buffer or ASCII string, '
                        f"not '{type(data).__name__}'") from None


def b2a_base64(data, /, *, newline=True):
    out = bytearray()
    data = bytes_of(data)
    whole = len(data) - len(data) % 3
    for at in range(0, whole, 3):
        number = data[at] << 16 | data[at + 1] << 8 | data[at + 2]
        out.append(_SIGNS[number >> 18])
        out.append(_SIGNS[number >> 12 & 63])
        out.append(_SIGNS[number >> 6 & 63])
        out.append(_SIGNS[number & 63])
    rest = data[whole:]
    if rest:
        number = int.from_bytes(rest.ljust(3, b'\0'), 'big')
        signs = [_SIGNS[number >> shift & 63] for shift in (18, 12, 6, 0)]
        out += bytes(signs[:len(rest) + 1]).ljust(4, b'=')
    if newline:
        out += b'\n'
    return bytes(out)


def a2b_base64(data, /, *, strict_mode=False):
    values = []
    padding = 0
    data = _text(data)
    if strict_mode and data[:1] == b'=':
        raise Error('Leading padding not allowed')
    for place, sign in enumerate(data, 1):
        value = _VALUES.get(sign)
        if sign == 61:
            padding += 1
            if len(values) % 4 >= 2 and len(values) % 4 + padding >= 4:
                if strict_mode and place < len(data):
                    raise Error('Excess data after padding')
                break
        elif value is not None:
            if strict_mode and padding:
                raise Error('Discontinuous padding not allowed')
            padding = 0
            values.append(value)
        elif strict_mode:
            raise Error('Only base64 data is allowed')
    left = len(values) % 4
    if left == 1:
        raise Error('Invalid base64-encoded string: number of data characters '
                    f'({len(values)}) cannot be 1 more than a multiple of 4')
    if left and left + padding < 4:
        raise Error('Incorrect padding')
    number = 0
    out = bytearray()
    for index, value in enumerate(values):
        number = number << 6 | value
        if index % 4 == 3:
            out += number.to_bytes(3, 'big')
            number = 0
    if left:
        number <<= 6 * (4 - left)
        out += number.to_bytes(3, 'big')[:left - 1]
    return bytes(out)


def hexlify(data, sep=None, bytes_per_sep=1):
    data = bytes_of(data)
    text = data.hex() if sep is None else data.hex(sep, bytes_per_sep)
    return text.encode()


def unhexlify(hexstr, /):
    hexstr = _text(hexstr).decode('latin-1')
    if len(hexstr) % 2:
        raise Error('Odd-length string')
    if any(c not in '0123456789abcdefABCDEF' for c in hexstr):
        raise Error('Non-hexadecimal digit found')
    return bytes.fromhex(hexstr)


def b2a_hex(data, sep=None, bytes_per_sep=1):
    return hexlify(data, sep, bytes_per_sep)


def a2b_hex(hexstr, /):
    return unhexlify(hexstr)


def _crc_table():
    table = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ (0xEDB88320 if value & 1 else 0)
        table.append(value)
    return table


_table = []


def crc32(data, value=0, /):
    """The checksum of zip and PNG files."""
    if not _table:
        _table.extend(_crc_table())
    value = ~index(value) & 0xFFFFFFFF
    for byte in bytes_of(data):
        value = value >> 8 ^ _table[(value ^ byte) & 255]
    return value ^ 0xFFFFFFFF
