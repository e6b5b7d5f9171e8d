"""Texts in HTML: putting and taking away escapes."""

__all__ = ['escape', 'unescape']

import re

from .entities import html5


def escape(s, quote=True):
    """Replaces `&`, `<`, `>`, and with `quote` also both quotation marks."""
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    if quote:
        s = s.replace('"', '&quot;').replace("'", '&#x27;')
    return s


# What browsers read for numbers that are no characters.
_WINDOWS = ('\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030'
            '\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d'
            '\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e'
            '\u0178')
_REFERENCE = re.compile(
    r'&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)')


def unescape(s):
    """Replaces references to characters, as HTML 5 has them."""
    return _REFERENCE.sub(_character, s) if '&' in s else s


def _character(found):
    name = found[1]
    if name[0] == '#':
        digits = name[1:].rstrip(';')
        code = int(digits[1:], 16) if digits[0] in 'xX' else int(digits)
        if 0x80 <= code <= 0x9f:
            return _WINDOWS[code - 0x80]
        if code == 0 or code > 0x10ffff or 0xd800 <= code <= 0xdfff:
            return '\ufffd'
        if code == 0xd:
            return '\r'
        if (code < 0x20 and code not in (9, 10, 12) or code == 0x7f
                or 0xfdd0 <= code <= 0xfdef or code & 0xfffe == 0xfffe):
            return ''
        return chr(code)
    if name in html5:
        return html5[name]
    # The longest name that is at the beginning, without a semicolon.
    for end in range(len(name) - 1, 1, -1):
        if name[:end] in html5:
            return html5[name[:end]] + name[end:]
    return '&' + name


# Libraries call it by CPython's name.
_replace_charref = _character
