"""The encoding quoted-printable: `=` and two digits for what is not plain text
(RFC 2045, 6.7)."""

__all__ = ['decode', 'decodestring', 'encode', 'encodestring']

import re

_LONGEST = 76


def decodestring(s, header=False):
    """The bytes that were meant; with `header`, `_` is a space."""
    data = s.encode('ascii') if isinstance(s, str) else bytes(s)
    if header:
        data = data.replace(b'_', b' ')
    data = re.sub(rb'=(?:\r?\n|\Z)', b'', data)
    return re.sub(rb'=([0-9a-fA-F]{2})',
                  lambda found: bytes([int(found[1], 16)]), data)


def _quoted(byte, quotetabs, header):
    if byte in b' \t':
        return (b'_' if header and byte == 32
                else b'=%02X' % byte if quotetabs else bytes([byte]))
    if header and byte == 95 or byte == 61 or not 32 < byte < 127:
        return b'=%02X' % byte
    return bytes([byte])


def encodestring(s, quotetabs=False, header=False):
    """Lines of at most 76 signs; `=` at the end goes on with the next."""
    lines = []
    for line in bytes(s).split(b'\n'):
        units = [_quoted(byte, quotetabs, header) for byte in line]
        if units and units[-1] in (b' ', b'\t'):
            units[-1] = b'=%02X' % ord(units[-1])
        out = b''
        for at, unit in enumerate(units):
            room = _LONGEST if at + 1 == len(units) else _LONGEST - 1
            if len(out) + len(unit) > room:
                lines.append(out + b'=')
                out = b''
            out += unit
        lines.append(out)
    return b'\n'.join(lines)


def decode(input, output, header=False):
    """From one binary file to another."""
    output.write(decodestring(input.read(), header))


def encode(input, output, quotetabs, header=False):
    """From one binary file to another."""
    output.write(encodestring(input.read(), quotetabs, header))
