"""Parameters of headers: `text/plain; charset="utf-8"` (RFC 2045, 5.1)."""

import re
import urllib.parse

from .utils import decode_rfc2231, unquote

_PART = re.compile(r'(?:[^";]|"(?:\\.|[^"\\])*"?)*')


def parts_of(header):
    """Pairs of name and quoted value; the first is the header's main value."""
    pairs = []
    at = 0
    while at <= len(header):
        found = _PART.match(header, at)
        at = found.end() + 1
        name, equals, value = found[0].partition('=')
        if equals and pairs:
            pairs.append((name.strip().lower(), value.strip()))
        elif found[0].strip() or not pairs:
            pairs.append((found[0].strip(), ''))
    return pairs




def params_of(header, unquoted=True):
    """As `parts_of`, with values that an extended name (`*`) has decoded."""
    pairs = []
    for name, value in parts_of(header):
        if unquoted:
            value = unquote(value)
        if name.endswith('*'):
            charset, language, text = decode_rfc2231(value)
            text = urllib.parse.unquote(text, encoding='latin-1')
            name, value = name[:-1], (charset, language, text)
        pairs.append((name, value))
    return pairs


def text_of(value):
    """One text of a value, which may have charset and language beside it."""
    if not isinstance(value, tuple):
        return unquote(value)
    charset, _, text = value
    return text.encode('latin-1').decode(charset or 'ascii', 'replace')


def written(name, value):
    """A parameter as it stands in a header."""
    if value is None or value == '':
        return name
    if isinstance(value, tuple):
        charset, language, text = value
        text = urllib.parse.quote(text, safe='', encoding=charset or 'ascii')
        return f"{name}*={charset or ''}'{language or ''}'{text}"
    if not value.isascii():
        return f"{name}*=utf-8''{urllib.parse.quote(value, safe='')}"
    value = value.replace('\\', '\\\\').replace('"', '\\"')
    return f'{name}="{value}"'
