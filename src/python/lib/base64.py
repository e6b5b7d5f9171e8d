"""Bytes as text of 16, 32 or 64 signs."""

__all__ = ['a85decode', 'a85encode', 'b16decode', 'b16encode', 'b32decode',
           'b32encode', 'b32hexdecode', 'b32hexencode', 'b64decode',
           'b64encode', 'b85decode', 'b85encode', 'decode', 'decodebytes',
           'encode', 'encodebytes', 'standard_b64decode',
           'standard_b64encode', 'urlsafe_b64decode', 'urlsafe_b64encode']

from binascii import Error, a2b_base64, b2a_base64, hexlify, unhexlify

_SIGNS_32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_SIGNS_32_HEX = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'
_SIGNS_85 = (b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
             b'!#$%&()*+-;<=>?@^_`{|}~')
# Those of Ascii85 are 85 in a row.
_FIRST_85 = 33


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII '
                             'characters') from None
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return _view(s)
    except TypeError:
        raise TypeError('argument should be a bytes-like object or ASCII '
                        f'string, not {type(s).__name__!r}') from None


def _view(s):
    """The bytes of a bytes-like object, which no string is."""
    return s if isinstance(s, (bytes, bytearray)) else memoryview(s).tobytes()


def _checked(s):
    try:
        return _view(s)
    except TypeError:
        raise TypeError('expected bytes-like object, not '
                        f'{type(s).__name__}') from None


def b64encode(s, altchars=None):
    encoded = b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        encoded = encoded.translate(bytes.maketrans(b'+/', altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b'+/'))
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
    return _encode_32(s, _SIGNS_32)


def b32hexencode(s):
    return _encode_32(s, _SIGNS_32_HEX)


def _encode_32(s, alphabet):
    s = _view(s)
    out = bytearray()
    for at in range(0, len(s), 5):
        part = bytes(s[at:at + 5])
        number = int.from_bytes(part.ljust(5, b'\0'), 'big')
        signs = [alphabet[number >> shift & 31]
                 for shift in range(35, -1, -5)]
        used = (len(part) * 8 + 4) // 5
        out += bytes(signs[:used]).ljust(8, b'=')
    return bytes(out)


def b32decode(s, casefold=False, map01=None):
    s = _bytes(s)
    if map01 is not None:
        map01 = _bytes(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b'01', b'O' + map01))
    return _decode_32(s, casefold, _SIGNS_32)


def b32hexdecode(s, casefold=False):
    return _decode_32(_bytes(s), casefold, _SIGNS_32_HEX)


def _decode_32(s, casefold, alphabet):
    if len(s) % 8:
        raise Error('Incorrect padding')
    if casefold:
        s = s.upper()
    plain = s.rstrip(b'=')
    missing = len(s) - len(plain)
    if missing not in (0, 1, 3, 4, 6):
        raise Error('Incorrect padding')
    number = 0
    for sign in plain + alphabet[:1] * missing:
        value = alphabet.find(sign)
        if value < 0:
            raise Error('Non-base32 digit found')
        number = number << 5 | value
    whole = number.to_bytes(len(s) * 5 // 8, 'big')
    return whole[:len(plain) * 5 // 8]


def encodebytes(s):
    """Base 64 in lines of 76 signs."""
    s = _checked(s)
    return b''.join(b2a_base64(s[at:at + 57]) for at in range(0, len(s), 57))


def decodebytes(s):
    return a2b_base64(_checked(s))


def encode(input, output):
    """Base 64 from one binary file to another."""
    while part := input.read(57):
        while len(part) < 57 and (more := input.read(57 - len(part))):
            part += more
        output.write(b2a_base64(part))


def decode(input, output):
    while line := input.readline():
        output.write(a2b_base64(line))


def _encode_85(data, signs, short, padded):
    """Five signs for four bytes; `short` stands for some groups of four."""
    data = bytes(_view(data))
    missing = -len(data) % 4
    data += bytes(missing)
    out = []
    for at in range(0, len(data), 4):
        group = data[at:at + 4]
        if group in short:
            out.append(short[group])
            continue
        number = int.from_bytes(group, 'big')
        out.append(bytes([signs[number // 85 ** power % 85]
                          for power in (4, 3, 2, 1, 0)]))
    if missing and not padded:
        if out[-1] == b'z':
            out[-1] = signs[:1] * 5
        out[-1] = out[-1][:-missing]
    return b''.join(out)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Ascii85; `wrapcol` is the length of lines, `adobe` frames the text."""
    short = {bytes(4): b'z'}
    if foldspaces:
        short[b' ' * 4] = b'y'
    signs = bytes(range(_FIRST_85, _FIRST_85 + 85))
    out = _encode_85(b, signs, short, pad)
    if adobe:
        out = b'<~' + out
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [out[at:at + wrapcol] for at in range(0, len(out), wrapcol)]
        if adobe and (not lines or len(lines[-1]) + 2 > wrapcol):
            lines.append(b'')
        out = b'\n'.join(lines)
    return out + b'~>' if adobe else out


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    b = _bytes(b)
    if adobe:
        if not b.endswith(b'~>'):
            raise ValueError("Ascii85 encoded byte sequences must end with "
                             "b'~>'")
        b = b[2:-2] if b.startswith(b'<~') else b[:-2]
    out = bytearray()
    group = []
    for sign in b + b'u' * 4:
        if _FIRST_85 <= sign < _FIRST_85 + 85:
            group.append(sign - _FIRST_85)
            if len(group) == 5:
                try:
                    out += _number_85(group).to_bytes(4, 'big')
                except OverflowError:
                    raise ValueError('Ascii85 overflow') from None
                group = []
        elif sign in b'zy' and (sign == 122 or foldspaces):
            if group:
                raise ValueError(f'{chr(sign)} inside Ascii85 5-tuple')
            out += bytes(4) if sign == 122 else b' ' * 4
        elif sign not in ignorechars:
            raise ValueError('Non-Ascii85 digit found: %c' % sign)
    # What was filled up with is taken off again.
    padding = 4 - len(group)
    return bytes(out[:len(out) - padding] if padding else out)


def _number_85(digits):
    number = 0
    for digit in digits:
        number = number * 85 + digit
    return number


def b85encode(b, pad=False):
    """Base 85 as git writes it."""
    return _encode_85(b, _SIGNS_85, {}, pad)


def b85decode(b):
    b = _bytes(b)
    padding = -len(b) % 5
    digits = []
    for place, sign in enumerate(b + b'~' * padding):
        digit = _SIGNS_85.find(sign)
        if digit < 0:
            raise ValueError(f'bad base85 character at position {place}')
        digits.append(digit)
    out = bytearray()
    for at in range(0, len(digits), 5):
        try:
            out += _number_85(digits[at:at + 5]).to_bytes(4, 'big')
        except OverflowError:
            raise ValueError('base85 overflow in hunk starting at byte '
                             f'{at}') from None
    return bytes(out[:len(out) - padding] if padding else out)
