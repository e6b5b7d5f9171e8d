"""Warnings about what may mean something else in sets one day."""

import re
import sys
from warnings import warn

_OPERATIONS = {'--': 'difference', '&&': 'intersection',
               '~~': 'symmetric difference', '||': 'union'}
_PART = re.compile(r'\\.|.', re.DOTALL)
_COMMENT = re.compile(r'\\.|#[^\n]*|.', re.DOTALL)


def warn_of_sets(pattern, flags):
    """Looks through a correct pattern."""
    if isinstance(pattern, bytes):
        pattern = pattern.decode('latin-1')
    outside = _COMMENT if flags & re.VERBOSE else _PART
    at = 0
    while at < len(pattern):
        part = outside.match(pattern, at)
        at = part.end()
        if part[0] == '[':
            at = _in_set(pattern, at)


def _in_set(pattern, at):
    if pattern[at] == '[':
        _warn('nested set', at)
    at += pattern[at] == '^'
    start = at
    while at == start or pattern[at] != ']':
        item, before = _PART.match(pattern, at)[0], at
        at += len(item)
        # What comes first has nothing to be combined with.
        if item + pattern[at] in _OPERATIONS and before > start:
            _warn(f'set {_OPERATIONS[item * 2]}', before)
        if pattern[at] == '-' and pattern[at + 1] != ']':
            if pattern[at + 1] == '-':
                _warn('set difference', at)
            at = _PART.match(pattern, at + 1).end()
    return at + 1


def _warn(what, at):
    level = 0
    while sys._getframe(level).f_globals['__name__'].split('.')[0] == 're':
        level += 1
    warn(f'Possible {what} at position {at}', FutureWarning,
         stacklevel=level + 1)
