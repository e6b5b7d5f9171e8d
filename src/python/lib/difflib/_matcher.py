"""`SequenceMatcher`: what two sequences have in common.

The method is that of Ratcliff and Obershelp: find the longest common run,
then do the same on both sides of it.
"""

from collections import namedtuple
from heapq import nlargest

Match = namedtuple('Match', 'a b size')

# From this length of `b` on, items that are more than 1 % of it are noise.
_LONG = 200


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Compares two sequences of hashable items."""

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk = isjunk
        self.autojunk = autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is not self.b:
            self.b = b
            self.matching_blocks = self.opcodes = None
            self.fullbcount = None
            self._index()

    def _index(self):
        """Notes where each item of `b` is, without noise."""
        places = self.b2j = {}
        for at, item in enumerate(self.b):
            places.setdefault(item, []).append(at)
        self.bjunk = set()
        if self.isjunk:
            self.bjunk = {item for item in places if self.isjunk(item)}
            for item in self.bjunk:
                del places[item]
        self.bpopular = set()
        if self.autojunk and len(self.b) >= _LONG:
            limit = len(self.b) // 100 + 1
            self.bpopular = {item for item, found in places.items()
                             if len(found) > limit}
            for item in self.bpopular:
                del places[item]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest run in both parts; the first in `a`, then in `b`."""
        a, b, places = self.a, self.b, self.b2j
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        best_a, best_b, best_size = alo, blo, 0
        # For each place in `b`: the length of the run that ends there.
        runs = {}
        for at in range(alo, ahi):
            found = {}
            for place in places.get(a[at], ()):
                if place < blo:
                    continue
                if place >= bhi:
                    break
                size = found[place] = runs.get(place - 1, 0) + 1
                if size > best_size:
                    best_a, best_b = at - size + 1, place - size + 1
                    best_size = size
            runs = found
        # Noise beside the run belongs to it: first what is only frequent,
        # then junk, of which a run must not consist.
        for junk in (False, True):
            while (best_a > alo and best_b > blo
                   and (b[best_b - 1] in self.bjunk) is junk
                   and a[best_a - 1] == b[best_b - 1]):
                best_a, best_b = best_a - 1, best_b - 1
                best_size += 1
            while (best_a + best_size < ahi and best_b + best_size < bhi
                   and (b[best_b + best_size] in self.bjunk) is junk
                   and a[best_a + best_size] == b[best_b + best_size]):
                best_size += 1
        return Match(best_a, best_b, best_size)

    def get_matching_blocks(self):
        """Common runs in order; the last is empty and stands at the ends."""
        if self.matching_blocks is None:
            todo = [(0, len(self.a), 0, len(self.b))]
            found = []
            while todo:
                alo, ahi, blo, bhi = todo.pop()
                match = self.find_longest_match(alo, ahi, blo, bhi)
                if match.size:
                    found.append(match)
                    end_a, end_b = match.a + match.size, match.b + match.size
                    if alo < match.a and blo < match.b:
                        todo.append((alo, match.a, blo, match.b))
                    if end_a < ahi and end_b < bhi:
                        todo.append((end_a, ahi, end_b, bhi))
            self.matching_blocks = self._joined(sorted(found))
        return self.matching_blocks

    def _joined(self, matches):
        blocks = []
        for match in matches:
            if blocks and (blocks[-1].a + blocks[-1].size == match.a
                           and blocks[-1].b + blocks[-1].size == match.b):
                blocks[-1] = Match(blocks[-1].a, blocks[-1].b,
                                   blocks[-1].size + match.size)
            else:
                blocks.append(match)
        blocks.append(Match(len(self.a), len(self.b), 0))
        return blocks

    def get_opcodes(self):
        """(what, i1, i2, j1, j2): how to make `b` from `a`."""
        if self.opcodes is None:
            self.opcodes = []
            at_a = at_b = 0
            for a, b, size in self.get_matching_blocks():
                what = {(True, True): 'replace', (True, False): 'delete',
                        (False, True): 'insert'}.get((at_a < a, at_b < b))
                if what:
                    self.opcodes.append((what, at_a, a, at_b, b))
                at_a, at_b = a + size, b + size
                if size:
                    self.opcodes.append(('equal', a, at_a, b, at_b))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        """Groups of opcodes with at most `n` equal items around changes."""
        codes = list(self.get_opcodes()) or [('equal', 0, 1, 0, 1)]
        what, i1, i2, j1, j2 = codes[0]
        if what == 'equal':
            codes[0] = what, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        what, i1, i2, j1, j2 = codes[-1]
        if what == 'equal':
            codes[-1] = what, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for what, i1, i2, j1, j2 in codes:
            if what == 'equal' and i2 - i1 > 2 * n:
                group.append((what, i1, min(i2, i1 + n),
                              j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((what, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        """How alike they are, from 0 to 1."""
        matches = sum(block.size for block in self.get_matching_blocks())
        return _ratio(matches, len(self.a) + len(self.b))

    def quick_ratio(self):
        """An upper bound of `ratio` from how often items occur."""
        if self.fullbcount is None:
            self.fullbcount = {}
            for item in self.b:
                self.fullbcount[item] = self.fullbcount.get(item, 0) + 1
        left = dict(self.fullbcount)
        matches = 0
        for item in self.a:
            count = left.get(item, 0)
            left[item] = count - 1
            matches += count > 0
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """An upper bound of `ratio` from the lengths."""
        return _ratio(min(len(self.a), len(self.b)),
                      len(self.a) + len(self.b))

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """The best `n` of the possibilities, the best first."""
    if not n > 0:
        raise ValueError(f'n must be > 0: {n!r}')
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f'cutoff must be in [0.0, 1.0]: {cutoff!r}')
    found = []
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    for candidate in possibilities:
        matcher.set_seq1(candidate)
        if (matcher.real_quick_ratio() >= cutoff
                and matcher.quick_ratio() >= cutoff
                and matcher.ratio() >= cutoff):
            found.append((matcher.ratio(), candidate))
    return [candidate for _, candidate in nlargest(n, found)]
