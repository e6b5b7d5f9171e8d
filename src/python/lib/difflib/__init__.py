"""How two sequences differ."""

__all__ = ['Differ', 'IS_CHARACTER_JUNK', 'IS_LINE_JUNK', 'Match',
           'SequenceMatcher', 'context_diff', 'diff_bytes',
           'get_close_matches', 'ndiff', 'restore', 'unified_diff']

from ._formats import context_diff, diff_bytes, unified_diff
from ._lines import (
    Differ, IS_CHARACTER_JUNK, IS_LINE_JUNK, ndiff, restore)
from ._matcher import Match, SequenceMatcher, get_close_matches

for _thing in (context_diff, diff_bytes, unified_diff, Differ, ndiff, restore,
               IS_CHARACTER_JUNK, IS_LINE_JUNK, Match, SequenceMatcher,
               get_close_matches):
    _thing.__module__ = __name__
del _thing
