"""Values of headers beyond ASCII: encoded words (RFC 2047)."""

__all__ = ['Header', 'decode_header', 'make_header']

import base64
import binascii
import re

from .errors import HeaderParseError

_WORD = re.compile(r'=\?([^?]*?)\?([qQbB])\?(.*?)\?=')
_PLAIN = frozenset(b'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
                   b'0123456789-!*+/')
_ASCII = (None, 'us-ascii')
# These are easier to read quoted; the others are as short as they can be.
QUOTED = ('iso-8859-1', 'iso-8859-2', 'iso-8859-9', 'iso-8859-15',
           'windows-1252')
_NAMES = {'ascii': 'us-ascii', 'utf8': 'utf-8', 'latin-1': 'iso-8859-1',
          'latin1': 'iso-8859-1', 'latin_1': 'iso-8859-1'}


def decode_header(header):
    """Pairs of a part and its charset, None for plain ones."""
    if isinstance(header, Header):
        return [(text.encode(charset or 'us-ascii'), charset or 'us-ascii')
                for text, charset in header._parts]
    if not _WORD.search(header):
        return [(header, None)]
    found = []
    at = 0
    for match in _WORD.finditer(header):
        between = header[at:match.start()]
        # Blanks between two encoded words mean nothing.
        if between.strip():
            if not found:
                between = between.lstrip()
            found.append((between.encode('raw-unicode-escape'), None))
        charset, kind, text = match.groups()
        found.append((_decoded(kind.lower(), text), charset.lower()))
        at = match.end()
    if header[at:].strip():
        found.append((header[at:].encode('raw-unicode-escape'), None))
    merged = []
    for data, charset in found:
        if merged and merged[-1][1] == charset:
            data = merged.pop()[0] + data
        merged.append((data, charset))
    return merged


def _decoded(kind, text):
    if kind == 'q':
        return binascii.a2b_qp(text.replace('_', ' '))
    try:
        return base64.b64decode(text + '=' * (-len(text) % 4))
    except binascii.Error:
        raise HeaderParseError('Base64 decoding error') from None


def make_header(decoded_seq, maxlinelen=None, header_name=None,
                continuation_ws=' '):
    """The header of what `decode_header` gave."""
    made = Header(maxlinelen=maxlinelen, header_name=header_name,
                  continuation_ws=continuation_ws)
    for text, charset in decoded_seq:
        made.append(text, charset)
    return made


class Header:
    """A text in parts, each with its charset."""

    def __init__(self, s=None, charset=None, maxlinelen=None,
                 header_name=None, continuation_ws=' ', errors='strict'):
        self._charset = name_of(charset)
        # No length at all is no limit.
        self._longest = 78 if maxlinelen is None else maxlinelen or 1000000
        self._room = self._longest - (len(header_name) + 2 if header_name
                                      else 0)
        self._parts = []
        if s is not None:
            self.append(s, charset, errors)

    def append(self, s, charset=None, errors='strict'):
        charset = self._charset if charset is None else name_of(charset)
        if not isinstance(s, str):
            s = s.decode(charset or 'us-ascii', errors)
        if charset in _ASCII and not s.isascii():
            charset = 'utf-8'
        self._parts.append((s, charset))

    def __str__(self):
        out = ''
        before = None
        for index, (text, charset) in enumerate(self._parts):
            if index and text and (before in _ASCII) != (charset in _ASCII):
                edge = out[-1:] if before in _ASCII else text[0]
                if edge not in (' ', '\t'):
                    out += ' '
            out += text
            before = charset
        return out

    def __eq__(self, other):
        return other == str(self)

    def encode(self, splitchars=';, \t', maxlinelen=None, linesep='\n'):
        """In ASCII only; encoded words do not make lines longer than they
        may be."""
        lines = ['']
        room = self._room
        for text, charset in self._parts:
            if lines[-1] and ' ' not in (lines[-1][-1], text[:1]):
                lines[-1] += ' '
            if charset in _ASCII:
                lines[-1] += text
                continue
            while text:
                size = len(text)
                word = encoded_word(text, charset)
                while size > 1 and len(lines[-1]) + len(word) > room:
                    size -= 1
                    word = encoded_word(text[:size], charset)
                lines[-1] += word
                text = text[size:]
                if text:
                    lines.append(' ')
                    room = self._longest
        return linesep.join(lines)


def name_of(charset):
    return charset and _NAMES.get(str(charset).lower(), str(charset).lower())


def encoded_word(text, charset, longer=0):
    """Quoted, if that is not longer than base64 by more than `longer`."""
    data = text.encode(charset, 'surrogateescape')
    quoted = ''.join(['_' if byte == 32 else chr(byte) if byte in _PLAIN
                      else f'={byte:02X}' for byte in data])
    packed = base64.b64encode(data).decode('ascii')
    if charset in QUOTED or len(quoted) <= len(packed) + longer:
        return f'=?{charset}?q?{quoted}?='
    return f'=?{charset}?b?{packed}?='
