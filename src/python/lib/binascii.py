"""Bytes as text and back."""

from operator import index

from _buffers import bytes_of

_in_c = 'binascii', ('a2b_base64', 'a2b_hex', 'a2b_qp', 'a2b_uu', 'b2a_base64',
                     'b2a_hex', 'b2a_qp', 'b2a_uu', 'crc32', 'crc_hqx',
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

# Quoted-printable (RFC 2045, 6.7), uuencode, and the checksum of binhex.

_QP_LINE = 76


def a2b_qp(data, header=False):
    """The bytes that were meant; with `header`, `_` is a space."""
    data = _text(data)
    out = bytearray()
    at, end = 0, len(data)
    while at < end:
        sign = data[at]
        at += 1
        if sign == 95 and header:
            out.append(32)
        elif sign != 61:
            out.append(sign)
        elif at >= end:
            break
        elif data[at] in b'\r\n':
            # A line that goes on: all up to its end counts for nothing.
            line_end = data.find(b'\n', at)
            at = end if line_end < 0 else line_end + 1
        elif data[at] == 61:
            # Some programs write two of them for one.
            out.append(61)
            at += 1
        else:
            digits = data[at:at + 2]
            if len(digits) == 2 and _is_hex(digits):
                out.append(int(digits, 16))
                at += 2
            else:
                out.append(61)
    return bytes(out)


def _is_hex(digits):
    return not digits.strip(b'0123456789abcdefABCDEF')


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    """Lines of at most 76 signs; `=` at the end goes on with the next."""
    data = bytes_of(data)
    first = data.find(b'\n')
    crlf = first > 0 and data[first - 1] == 13
    line_end = b'\r\n' if crlf else b'\n'
    out = bytearray()
    length = 0
    at, end = 0, len(data)
    while at < end:
        sign = data[at]
        after = data[at + 1] if at + 1 < end else -1
        if istext and (sign == 10 or sign == 13 and after == 10):
            if out and out[-1] in b' \t':
                out[-1:] = b'=%02X' % out[-1]
            out += line_end
            length = 0
            at += 1 if sign == 10 else 2
            continue
        if _must_quote(sign, after, length, quotetabs, istext, header):
            unit = b'=%02X' % sign
            full = length + 3 >= _QP_LINE
        else:
            unit = b'_' if header and sign == 32 else bytes([sign])
            full = after not in (-1, 10) and length + 1 >= _QP_LINE
        if full:
            out += b'=' + line_end
            length = 0
        out += unit
        length += len(unit)
        at += 1
    return bytes(out)


def _must_quote(sign, after, length, quotetabs, istext, header):
    if sign > 126 or sign == 61 or header and sign == 95:
        return True
    if sign == 46 and length == 0 and after in (-1, 0, 10, 13):
        # A point alone in a line would end a mail.
        return True
    if sign in b'\r\n':
        return not istext
    if sign in b'\t ':
        return quotetabs or after == -1
    return sign < 32


def b2a_uu(data, /, *, backtick=False):
    """A line of uuencode, of at most 45 bytes."""
    data = bytes_of(data)
    if len(data) > 45:
        raise Error('At most 45 bytes at once')
    values = [len(data)]
    for at in range(0, len(data), 3):
        number = int.from_bytes(data[at:at + 3].ljust(3, b'\0'), 'big')
        values += [number >> shift & 63 for shift in (18, 12, 6, 0)]
    zero = 96 if backtick else 32
    return bytes([value + 32 if value else zero for value in values] + [10])


def a2b_uu(data, /):
    """The bytes of a line of uuencode."""
    data = _text(data)
    size = ((data[0] if data else 0) - 32) & 63
    values = []
    count = (size * 8 + 5) // 6
    for sign in data[1:1 + count]:
        if sign in b'\r\n':
            # Spaces at the end of a line get lost.
            sign = 32
        elif not 32 <= sign <= 96:
            raise Error('Illegal char')
        values.append(sign - 32 & 63)
    if data[1 + count:].strip(b' `\r\n'):
        raise Error('Trailing garbage')
    values += [0] * (-len(values) % 4)
    out = bytearray()
    for at in range(0, len(values), 4):
        a, b, c, d = values[at:at + 4]
        out += (a << 18 | b << 12 | c << 6 | d).to_bytes(3, 'big')
    return bytes(out[:size].ljust(size, b'\0'))


def crc_hqx(data, crc, /):
    """The checksum of CRC-CCITT, beginning with `crc`."""
    crc = index(crc) & 0xFFFF
    for byte in bytes_of(data):
        crc ^= byte << 8
        for _ in range(8):
            crc = crc << 1 ^ (0x1021 if crc & 0x8000 else 0)
        crc &= 0xFFFF
    return crc
