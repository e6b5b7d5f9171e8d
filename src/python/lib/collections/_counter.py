"""Counter: how often each thing occurs."""

import heapq
from _collections_abc import Mapping
from itertools import chain, repeat, starmap
from types import GenericAlias


class Counter(dict):
    """A dictionary of counts; what is not in it counts 0."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        """The sum of all counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """The `n` commonest with their counts, equal ones as they came."""
        if n is None:
            return sorted(self.items(), key=_count_of, reverse=True)
        return heapq.nlargest(n, self.items(), key=_count_of)

    def elements(self):
        """Each thing as often as it counts."""
        return chain.from_iterable(starmap(repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  '
                                  'Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        """Counts the things of `iterable` too, or adds other counts."""
        if iterable is not None:
            if not isinstance(iterable, Mapping):
                get = self.get
                for thing in iterable:
                    self[thing] = get(thing, 0) + 1
            elif self:
                get = self.get
                for thing, count in iterable.items():
                    self[thing] = count + get(thing, 0)
            else:
                super().update(iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Takes counts away; they may become negative."""
        if iterable is not None:
            get = self.get
            if isinstance(iterable, Mapping):
                for thing, count in iterable.items():
                    self[thing] = get(thing, 0) - count
            else:
                for thing in iterable:
                    self[thing] = get(thing, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        """A counter with the same counts."""
        return self.__class__(self)

    __copy__ = copy

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, thing):
        # Unlike a dictionary it does not mind if there is nothing.
        if thing in self:
            super().__delitem__(thing)

    def __repr__(self):
        if not self:
            return f'{type(self).__name__}()'
        try:
            shown = dict(self.most_common())
        except TypeError:
            # Counts that cannot be compared stay in their order.
            shown = dict(self)
        return f'{type(self).__name__}({shown!r})'

    # Comparing: what is missing counts 0.

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] == other[e] for c in (self, other) for e in c)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] <= other[e] for c in (self, other) for e in c)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] >= other[e] for c in (self, other) for e in c)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    # Arithmetic: only counts above 0 are kept.

    def _combined(self, other, count):
        """The counts `count(mine, theirs)` that are positive."""
        result = Counter()
        for thing, mine in self.items():
            if (value := count(mine, other[thing])) > 0:
                result[thing] = value
        return result

    def _add_others(self, result, other):
        """Adds the positive counts of what only the other has."""
        for thing, theirs in other.items():
            if thing not in self and theirs > 0:
                result[thing] = theirs
        return result

    def _add_negated(self, result, other):
        """Adds the negative counts of what only the other has, negated."""
        for thing, theirs in other.items():
            if thing not in self and theirs < 0:
                result[thing] = 0 - theirs
        return result

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        sums = self._combined(other, lambda a, b: a + b)
        return self._add_others(sums, other)

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        differences = self._combined(other, lambda a, b: a - b)
        return self._add_negated(differences, other)

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        most = self._combined(other, lambda a, b: b if a < b else a)
        return self._add_others(most, other)

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: a if a < b else b)

    def __pos__(self):
        return Counter()._add_others(Counter(), self)

    def __neg__(self):
        return Counter()._add_negated(Counter(), self)

    def _keep_positive(self):
        for thing in [t for t, count in self.items() if not count > 0]:
            del self[thing]
        return self

    def __iadd__(self, other):
        for thing, count in other.items():
            self[thing] += count
        return self._keep_positive()

    def __isub__(self, other):
        for thing, count in other.items():
            self[thing] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for thing, count in other.items():
            if count > self[thing]:
                self[thing] = count
        return self._keep_positive()

    def __iand__(self, other):
        for thing, count in self.items():
            if other[thing] < count:
                self[thing] = other[thing]
        return self._keep_positive()

    __class_getitem__ = classmethod(GenericAlias)


Counter.__module__ = 'collections'


def _count_of(item):
    return item[1]
