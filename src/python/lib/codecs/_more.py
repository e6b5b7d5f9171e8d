"""Encodings that are rarely needed, in Python."""

from ._handlers import decode_with, encode_with
from ._incremental import BufferedIncrementalDecoder, IncrementalEncoder
from ._registry import finished


def search(name):
    """The encoding of a name with `_` for other signs, or None."""
    maker = _MAKERS.get(name)
    return None if maker is None else maker()


def _whole(name, encode, decode, is_text=True):
    """Functions that are given everything at once."""
    def encode_pair(input, errors='strict'):
        return encode(input, errors), len(input)

    def decode_pair(input, errors='strict'):
        return decode(input, errors), len(input)

    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)

    class Decoder(BufferedIncrementalDecoder):
        def _take(self, data, final):
            return decode(data, self.errors), len(data)

    return finished(name, encode_pair, decode_pair, Encoder, Decoder, is_text)


def _charmap(name, high):
    """An encoding of single bytes: `high` has the signs from 0x80 on, with
    U+FFFE for bytes that mean nothing."""
    decoding = [chr(code) for code in range(128)] + list(high)
    encoding = {sign: code for code, sign in enumerate(decoding)
                if sign != '\ufffe'}

    def encode_strictly(text):
        out = bytearray()
        for index, sign in enumerate(text):
            if sign not in encoding:
                end = index + 1
                while end < len(text) and text[end] not in encoding:
                    end += 1
                raise UnicodeEncodeError('charmap', text, index, end,
                                         'character maps to <undefined>')
            out.append(encoding[sign])
        return bytes(out)

    def decode_strictly(data):
        out = []
        for index, byte in enumerate(data):
            if decoding[byte] == '\ufffe':
                raise UnicodeDecodeError('charmap', bytes(data), index,
                                         index + 1,
                                         'character maps to <undefined>')
            out.append(decoding[byte])
        return ''.join(out)

    return _whole(
        name, lambda text, errors: encode_with(encode_strictly, text, errors),
        lambda data, errors: decode_with(decode_strictly, data, errors))


_LATIN = ''.join(map(chr, range(0xa0, 0x100)))
_CP1252 = ('\u20ac\ufffe\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030'
           '\u0160\u2039\u0152\ufffe\u017d\ufffe\ufffe\u2018\u2019\u201c'
           '\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffe'
           '\u017e\u0178') + _LATIN
_LATIN_9 = ''.join(map(chr, range(0x80, 0xa0))) + _LATIN.translate({
    0xa4: '\u20ac', 0xa6: '\u0160', 0xa8: '\u0161', 0xb4: '\u017d',
    0xb8: '\u017e', 0xbc: '\u0152', 0xbd: '\u0153', 0xbe: '\u0178'})
_CP437 = (
    '\xc7\xfc\xe9\xe2\xe4\xe0\xe5\xe7\xea\xeb\xe8\xef\xee\xec\xc4\xc5'
    '\xc9\xe6\xc6\xf4\xf6\xf2\xfb\xf9\xff\xd6\xdc\xa2\xa3\xa5\u20a7\u0192'
    '\xe1\xed\xf3\xfa\xf1\xd1\xaa\xba\xbf\u2310\xac\xbd\xbc\xa1\xab\xbb'
    '\u2591\u2592\u2593\u2502\u2524\u2561\u2562\u2556\u2555\u2563\u2551'
    '\u2557\u255d\u255c\u255b\u2510\u2514\u2534\u252c\u251c\u2500\u253c'
    '\u255e\u255f\u255a\u2554\u2569\u2566\u2560\u2550\u256c\u2567\u2568'
    '\u2564\u2565\u2559\u2558\u2552\u2553\u256b\u256a\u2518\u250c\u2588'
    '\u2584\u258c\u2590\u2580\u03b1\xdf\u0393\u03c0\u03a3\u03c3\xb5\u03c4'
    '\u03a6\u0398\u03a9\u03b4\u221e\u03c6\u03b5\u2229\u2261\xb1\u2265'
    '\u2264\u2320\u2321\xf7\u2248\xb0\u2219\xb7\u221a\u207f\xb2\u25a0\xa0')
_CYRILLIC = (
    ''.join(map(chr, range(0x80, 0xa1)))
    + ''.join(map(chr, range(0x401, 0x40d))) + '\xad\u040e\u040f'
    + ''.join(map(chr, range(0x410, 0x450))) + '\u2116'
    + ''.join(map(chr, range(0x451, 0x45d))) + '\xa7\u045e\u045f')


def _unicode_escape():
    def encode(text, errors):
        out = []
        for sign in text:
            code = ord(sign)
            short = {9: '\\t', 10: '\\n', 13: '\\r', 92: '\\\\'}.get(code)
            if short:
                out.append(short)
            elif 32 <= code < 127:
                out.append(sign)
            elif code < 0x100:
                out.append(f'\\x{code:02x}')
            elif code < 0x10000:
                out.append(f'\\u{code:04x}')
            else:
                out.append(f'\\U{code:08x}')
        return ''.join(out).encode('ascii')

    return _whole('unicode-escape', encode, _unescape)


_SIMPLE = {'n': '\n', 't': '\t', 'r': '\r', 'a': '\a', 'b': '\b', 'f': '\f',
           'v': '\v', '\\': '\\', "'": "'", '"': '"', '\n': ''}


def _unescape(data, errors):
    """The text that a string literal with these bytes would have."""
    import re
    text = (data if isinstance(data, str) else bytes(data).decode('latin-1'))

    def replace(found):
        whole = found[0]
        sign = whole[1:2]
        if sign in 'xuU' and sign:
            wanted = {'x': 2, 'u': 4, 'U': 8}[sign]
            digits = re.match('[0-9a-fA-F]*', text[found.start() + 2:
                                                   found.start() + 2 + wanted])
            if len(digits[0]) < wanted:
                raise UnicodeDecodeError(
                    'unicodeescape', text.encode('latin-1'), found.start(),
                    found.start() + 2 + len(digits[0]),
                    f'truncated \\{sign}{"X" * wanted} escape')
            return chr(int(digits[0], 16))
        if sign == 'N':
            import unicodedata
            return unicodedata.lookup(whole[3:-1])
        if sign and sign in '01234567':
            return chr(int(whole[1:], 8))
        if not sign:
            raise UnicodeDecodeError(
                'unicodeescape', text.encode('latin-1'), len(text) - 1,
                len(text), '\\ at end of string')
        return _SIMPLE.get(sign, whole)

    return re.sub(
        r'\\(?:x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}'
        r'|N\{[^}]*\}|[0-7]{1,3}|.|\n|)', replace, text)


def unicode_escape_decode(data, errors='strict', final=True):
    """The text of a literal, and how many bytes that took."""
    return _unescape(data, errors), len(data)


def escape_decode(data, errors='strict'):
    """The bytes of a bytes literal, and how many bytes that took."""
    import re
    text = (data if isinstance(data, str) else bytes(data).decode('latin-1'))

    def replace(found):
        sign = found[1]
        if not sign:
            raise ValueError('Trailing \\ in string')
        if sign[0] == 'x':
            if len(sign) < 3:
                raise ValueError(
                    f'invalid \\x escape at position {found.start()}')
            return chr(int(sign[1:], 16))
        if sign[0] in '01234567':
            return chr(int(sign, 8) & 0xff)
        return _SIMPLE.get(sign, found[0])

    done = re.sub(r'\\(x[0-9a-fA-F]{0,2}|[0-7]{1,3}|.|\n|)', replace, text)
    return done.encode('latin-1'), len(data)


def _raw_unicode_escape():
    import re

    def encode(text, errors):
        return ''.join([
            sign if ord(sign) < 256 else f'\\u{ord(sign):04x}'
            if ord(sign) < 0x10000 else f'\\U{ord(sign):08x}'
            for sign in text]).encode('latin-1')

    def decode(data, errors):
        return re.sub(r'\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})',
                      lambda found: chr(int(found[1] or found[2], 16)),
                      bytes(data).decode('latin-1'))

    return _whole('raw-unicode-escape', encode, decode)


def _rot13():
    import string
    turned = str.maketrans(
        string.ascii_letters,
        ''.join([chr((ord(sign) - first + 13) % 26 + first)
                 for first in (97, 65)
                 for sign in string.ascii_letters if ord(sign) // 97 == (
                     first // 97)]))
    turn = lambda text, errors: text.translate(turned)
    return _whole('rot13', turn, turn, False)


def _hex():
    import binascii
    return _whole('hex', lambda data, errors: binascii.hexlify(data),
                  lambda data, errors: binascii.unhexlify(data), False)


def _base64():
    import base64
    return _whole('base64', lambda data, errors: base64.encodebytes(data),
                  lambda data, errors: base64.decodebytes(data), False)


def _zlib():
    import zlib
    return _whole('zlib', lambda data, errors: zlib.compress(data),
                  lambda data, errors: zlib.decompress(data), False)


def _idna():
    from . import _domains
    return _whole('idna', _domains.idna_encode, _domains.idna_decode)


def _punycode():
    from . import _domains
    return _whole('punycode', _domains.punycode_encode,
                  _domains.punycode_decode)


def _plain_charmap():
    # Without a table it is Latin-1.
    return _charmap('charmap', ''.join(map(chr, range(128, 256))))


_MAKERS = {
    'charmap': _plain_charmap, 'unicode_escape': _unicode_escape, 'unicodeescape': _unicode_escape,
    'raw_unicode_escape': _raw_unicode_escape, 'rot13': _rot13,
    'rot_13': _rot13, 'hex': _hex, 'hex_codec': _hex, 'base64': _base64,
    'base64_codec': _base64, 'zlib': _zlib, 'zlib_codec': _zlib,
    'zip': _zlib, 'idna': _idna, 'punycode': _punycode}
for _name, _high, _aliases in (
        ('cp1252', _CP1252, 'cp1252 windows_1252 1252'),
        ('cp437', _CP437, 'cp437 437 ibm437'),
        ('iso8859-5', _CYRILLIC, 'iso8859_5 iso_8859_5 cyrillic'),
        ('iso8859-15', _LATIN_9,
         'iso8859_15 iso_8859_15 latin_9 latin9 l9')):
    for _alias in _aliases.split():
        _MAKERS[_alias] = lambda name=_name, high=_high: _charmap(name, high)
