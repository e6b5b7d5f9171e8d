"""`Differ`: lines that differ, and where in the line."""

import re

from ._matcher import SequenceMatcher

# Lines that are at least this much alike are shown as one changed line.
_ALIKE = 0.75
_START = 0.74

_blank = re.compile(r'\s*(?:#\s*)?$').match


def IS_LINE_JUNK(line, pat=None):
    """Whether a line is blank or a single `#`."""
    return (_blank if pat is None else pat)(line) is not None


def IS_CHARACTER_JUNK(ch, ws=' \t'):
    """Whether a character is a space or tab."""
    return ch in ws


class Differ:
    """Makes lines that begin with `- `, `+ `, two spaces or `? `."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        matcher = SequenceMatcher(self.linejunk, a, b)
        for what, i1, i2, j1, j2 in matcher.get_opcodes():
            if what == 'equal':
                yield from _marked(' ', a[i1:i2])
            else:
                yield from self._changed(a[i1:i2], b[j1:j2])

    def _changed(self, old, new):
        """The difference of lines of which none are in the same place."""
        if not old or not new:
            yield from _marked('-', old)
            yield from _marked('+', new)
            return
        pair = self._closest(old, new)
        if pair is None:
            # What is shorter comes first.
            if len(new) < len(old):
                yield from _marked('+', new)
                yield from _marked('-', old)
            else:
                yield from _marked('-', old)
                yield from _marked('+', new)
            return
        i, j = pair
        yield from self._changed(old[:i], new[:j])
        if old[i] == new[j]:
            yield f'  {old[i]}'
        else:
            yield from self._within(old[i], new[j])
        yield from self._changed(old[i + 1:], new[j + 1:])

    def _closest(self, old, new):
        """The most alike lines; equal ones only if there are no others."""
        best, pair, equal = _START, None, None
        matcher = SequenceMatcher(self.charjunk)
        for j, line in enumerate(new):
            matcher.set_seq2(line)
            for i, other in enumerate(old):
                if other == line:
                    equal = equal or (i, j)
                    continue
                matcher.set_seq1(other)
                if (matcher.real_quick_ratio() > best
                        and matcher.quick_ratio() > best
                        and matcher.ratio() > best):
                    best, pair = matcher.ratio(), (i, j)
        return equal if best < _ALIKE else pair

    def _within(self, old, new):
        """Two lines, and below each where it differs."""
        below_old = below_new = ''
        matcher = SequenceMatcher(self.charjunk, old, new)
        for what, i1, i2, j1, j2 in matcher.get_opcodes():
            signs = {'replace': '^^', 'delete': '-+', 'insert': '-+',
                     'equal': '  '}[what]
            below_old += signs[0] * (i2 - i1)
            below_new += signs[1] * (j2 - j1)
        for mark, line, below in (('-', old, below_old),
                                  ('+', new, below_new)):
            yield f'{mark} {line}'
            # Tabs stay what they are, so that the columns fit.
            below = ''.join([
                sign if tag == ' ' and sign.isspace() else tag
                for sign, tag in zip(line, below)]).rstrip()
            if below:
                yield f'? {below}\n'


def _marked(mark, lines):
    for line in lines:
        yield f'{mark} {line}'


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """The lines of `Differ.compare`."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """The lines of the first (1) or second (2) text from an `ndiff`."""
    try:
        mark = {1: '- ', 2: '+ '}[int(which)]
    except KeyError:
        raise ValueError('unknown delta choice (must be 1 or 2): '
                         f'{which!r}') from None
    for line in delta:
        if line[:2] in ('  ', mark):
            yield line[2:]
