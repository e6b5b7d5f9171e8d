"""Bytes as text of 16, 32 or 64 signs."""

__all__ = ['b16decode', 'b16encode', 'b32decode', 'b32encode', 'b64decode',
           'b64encode', 'decodebytes', 'encodebytes', 'standard_b64decode',
           'standard_b64encode', 'urlsafe_b64decode', 'urlsafe_b64encode']

from binascii import Error, a2b_base64, b2a_base64, hexlify, unhexlify

_SIGNS_32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII '
                             'characters') from None
    return bytes(s)


def b64encode(s, altchars=None):
    encoded = b2a_base64(s, newline=False)
    if altchars is not None:
        encoded = encoded.translate(bytes.maketrans(b'+/', altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes(altchars), b'+/'))
    return a2b_base64(s, strict_mode=validate)


standard_b64encode = b64encode
standard_b64decode = b64decode


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(s, b'-_')


def b16encode(s):
    return hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _bytes(s)
    if casefold:
        s = s.upper()
    if s.strip(b'0123456789ABCDEF'):
        raise Error('Non-base16 digit found')
    return unhexlify(s)


def b32encode(s):
    out = bytearray()
    for at in range(0, len(s), 5):
        part = bytes(s[at:at + 5])
        number = int.from_bytes(part.ljust(5, b'\0'), 'big')
        signs = [_SIGNS_32[number >> shift & 31]
                 for shift in range(35, -1, -5)]
        used = (len(part) * 8 + 4) // 5
        out += bytes(signs[:used]).ljust(8, b'=')
    return bytes(out)


def b32decode(s, casefold=False, map01=None):
    s = _bytes(s)
    if len(s) % 8:
        raise Error('Incorrect padding')
    if casefold:
        s = s.upper()
    plain = s.rstrip(b'=')
    missing = len(s) - len(plain)
    if missing not in (0, 1, 3, 4, 6):
        raise Error('Incorrect padding')
    number = 0
    for sign in plain + b'A' * missing:
        value = _SIGNS_32.find(sign)
        if value < 0:
            raise Error('Non-base32 digit found')
        number = number << 5 | value
    whole = number.to_bytes(len(s) * 5 // 8, 'big')
    return whole[:len(plain) * 5 // 8]


def encodebytes(s):
    """Base 64 in lines of 76 signs."""
    return b''.join(b2a_base64(s[at:at + 57]) for at in range(0, len(s), 57))


def decodebytes(s):
    return a2b_base64(s)
