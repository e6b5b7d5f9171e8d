"""How long the matches of a pattern can be, for tools that ask.

Patterns are compiled natively; of what `parse` returns there is only
`getwidth`.
"""

import re

from . import error
from ._constants import MAXGROUPS, MAXREPEAT

MAXWIDTH = 1 << 64

_ITEM = re.compile(r'''
    (?P<reference>\\[1-9][0-9]?)
  | (?P<nothing>\\[AZbB]|[\^$])
  | \\(?:x..|u.{4}|U.{8}|N\{[^}]*\}|[0-7]{1,3}|.)
  | \[\^?\]?(?:\\.|[^\]\\])*\]
  | (?P<group>\()
  | [^)|]''', re.VERBOSE | re.DOTALL)
_OPENING = re.compile(r'''\((?:
    (?P<comment>\?\#[^)]*\))
  | (?P<flags>\?[aiLmsux]+\))
  | \?P=(?P<same>\w+)\)
  | (?P<look>\?<?[=!])
  | \?\((?P<asked>\w+)\)
  | \?(?:P?<(?P<name>\w+)>)
  | (?P<plain>\?(?:>|[aiLmsux]*(?:-[imsx]+)?:))
  )?''', re.VERBOSE)
_REPEAT = re.compile(r'([*+?]|\{(\d*)(,?)(\d*)\})[?+]?')
_BLANK = re.compile(r'(?:\s|\#[^\n]*)+')


class SubPattern:
    """A pattern of which the least and greatest length are known."""

    def __init__(self, width):
        self.width = width

    def getwidth(self):
        return self.width


def parse(str, flags=0, state=None):
    """Looks into a pattern; `re.error` if it is none."""
    flags = re.compile(str, flags).flags
    if not isinstance(str, type('')):
        str = str.decode('latin-1')
    width = _Reader(str, bool(flags & re.VERBOSE)).alternatives()
    return SubPattern(tuple(min(part, MAXWIDTH) for part in width))


class _Reader:
    """Measures a correct pattern from the left to the right."""

    def __init__(self, text, verbose):
        self.text = text
        self.at = 0
        self.verbose = verbose
        self.groups = {}
        self.count = 0

    def alternatives(self):
        widths = [self.sequence()]
        while self.text.startswith('|', self.at):
            self.at += 1
            widths.append(self.sequence())
        return min(low for low, _ in widths), max(high for _, high in widths)

    def sequence(self):
        least = most = 0
        while self.at < len(self.text):
            if self.verbose and (blank := _BLANK.match(self.text, self.at)):
                self.at = blank.end()
                continue
            found = _ITEM.match(self.text, self.at)
            if found is None:
                break
            if found['group']:
                low, high = self.group()
            else:
                self.at = found.end()
                low = high = int(not found['nothing'])
                if found['reference']:
                    low, high = self.groups.get(found[0][1:], (0, 0))
            low, high = self.repeated(low, high)
            least += low
            most += high
        return least, most

    def repeated(self, low, high):
        found = _REPEAT.match(self.text, self.at)
        # `{}` and `{,}` are plain text.
        if found is None or found[1][0] == '{' and not (found[2] or found[4]):
            return low, high
        self.at = found.end()
        if found[1][0] == '{':
            fewest = int(found[2] or 0)
            most = int(found[4] or MAXREPEAT) if found[3] else fewest
        else:
            fewest = int(found[1] == '+')
            most = 1 if found[1] == '?' else MAXREPEAT
        high = MAXWIDTH if most == MAXREPEAT and high else high * most
        return low * fewest, high

    def group(self):
        opening = _OPENING.match(self.text, self.at)
        self.at = opening.end()
        if opening['comment'] or opening['flags']:
            return 0, 0
        if opening['same']:
            return self.groups.get(opening['same'], (0, 0))
        names = []
        if opening.end() - opening.start() == 1 or opening['name']:
            self.count += 1
            names = [str(self.count), opening['name']]
        width = self.alternatives()
        self.at += 1                    # the closing bracket
        if opening['look']:
            return 0, 0
        if opening['asked'] and '|' not in self.text[opening.end():self.at]:
            width = 0, width[1]
        self.groups.update(dict.fromkeys(names, width))
        return width
