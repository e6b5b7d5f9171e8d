"""File names that match a pattern with `*`, `?` and `[...]`."""

__all__ = ['filter', 'filterfalse', 'fnmatch', 'fnmatchcase', 'translate']

import functools
import os
import re


def fnmatch(name, pat):
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


@functools.lru_cache(maxsize=512)
def _matcher(pattern):
    if isinstance(pattern, bytes):
        return re.compile(translate(pattern.decode('latin-1')).encode(
            'latin-1')).match
    return re.compile(translate(pattern)).match


def fnmatchcase(name, pat):
    """Like `fnmatch`, on every system with upper and lower case apart."""
    return _matcher(pat)(name) is not None


def filter(names, pat):
    """The names that match."""
    matches = _matcher(os.path.normcase(pat))
    return [name for name in names if matches(os.path.normcase(name))]


def filterfalse(names, pat):
    """The names that do not match."""
    matches = _matcher(os.path.normcase(pat))
    return [name for name in names if not matches(os.path.normcase(name))]


def translate(pat):
    """The regular expression for a pattern."""
    # Texts and stars; a star takes the first place where what follows fits.
    parts = ['']
    at = 0
    while at < len(pat):
        sign = pat[at]
        at += 1
        if sign == '*':
            if parts[-1] or len(parts) == 1:
                parts.append('')
            continue
        if sign == '?':
            parts[-1] += '.'
        elif sign == '[':
            end = at + (pat[at:at + 1] == '!')
            end = pat.find(']', end + 1)
            if end < 0:
                parts[-1] += r'\['
            else:
                parts[-1] += _set(pat[at:end])
                at = end + 1
        else:
            parts[-1] += re.escape(sign)
    first, *between = parts
    if not between:
        return f'(?s:{first})\\Z'
    *between, last = between
    text = first + ''.join([f'(?>.*?{part})' for part in between])
    return f'(?s:{text}.*{last})\\Z'


def _set(content):
    """The expression for what stands in brackets."""
    negated = content.startswith('!')
    if negated:
        content = content[1:]
    pieces = []
    at = 0
    while at < len(content):
        if content[at + 1:at + 2] == '-' and at + 2 < len(content):
            first, last = content[at], content[at + 2]
            if first <= last:
                pieces.append(f'{_quoted(first)}-{_quoted(last)}')
            at += 3
        else:
            pieces.append(_quoted(content[at]))
            at += 1
    if not pieces:
        return '.' if negated else '(?!)'
    text = ''.join(pieces)
    if not negated and text[0] in '^[':
        text = '\\' + text
    return f'[{"^" if negated else ""}{text}]'


def _quoted(sign):
    return '\\' + sign if sign in '\\-&~|' else sign
