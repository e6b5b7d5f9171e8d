"""Heaps: lists whose smallest item is always at index 0.

The children of index k are at 2k + 1 and 2k + 2, and no item is smaller than
its parent. Only `<` is used, and in the same order of comparisons as in
CPython, so that equal items come out in the same order too.
"""

__all__ = ['heapify', 'heapify_max', 'heappop', 'heappop_max', 'heappush',
           'heappush_max', 'heappushpop', 'heappushpop_max', 'heapreplace',
           'heapreplace_max', 'merge', 'nlargest', 'nsmallest']

_in_c = '_heapq', ('heapify', 'heappop', 'heappush', 'heappushpop',
                   'heapreplace')


def heappush(heap, item, /):
    """Puts `item` in."""
    if type(heap) is not list:
        _check(heap, 'heappush', ' 1')
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap, /):
    """Takes the smallest item out and returns it."""
    if type(heap) is not list:
        _check(heap, 'heappop')
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    smallest, heap[0] = heap[0], last
    _sink(heap, 0)
    return smallest


def heapreplace(heap, item, /):
    """Takes the smallest item out, then puts `item` in."""
    if type(heap) is not list:
        _check(heap, 'heapreplace', ' 1')
    if not heap:
        raise IndexError('index out of range')
    smallest, heap[0] = heap[0], item
    _sink(heap, 0)
    return smallest


def heappushpop(heap, item, /):
    """Puts `item` in, then takes the smallest out."""
    if type(heap) is not list:
        _check(heap, 'heappushpop', ' 1')
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(x, /):
    """Makes a heap of a list, in place."""
    if type(x) is not list:
        _check(x, 'heapify')
    for place in range(len(x) // 2 - 1, -1, -1):
        _sink(x, place)


def _check(heap, name, which=''):
    """A heap may be of a class derived from list, but nothing else."""
    if not isinstance(heap, list):
        given = 'None' if heap is None else type(heap).__name__
        raise TypeError(f'{name}() argument{which} must be list, not {given}')


def _rise(heap, top, place):
    """Moves the item at `place` up to where its parent is not greater."""
    item = heap[place]
    while place > top:
        above = (place - 1) // 2
        parent = heap[above]
        if not item < parent:
            break
        heap[place] = parent
        place = above
    heap[place] = item


def _sink(heap, place):
    """Puts the item at `place` right with regard to all below it.

    It goes down to the bottom first, always past the smaller child, and up
    again from there: an item that comes from the end of a heap mostly belongs
    near the bottom, so this takes fewer comparisons.
    """
    top = place
    end = len(heap)
    item = heap[place]
    child = 2 * place + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _rise(heap, top, place)


def nsmallest(n, iterable, key=None):
    """The `n` smallest items in order, like `sorted(iterable, key=key)[:n]`."""
    return _nbest(n, iterable, key, False)


def nlargest(n, iterable, key=None):
    """The `n` largest items, the largest first; equal ones as they came."""
    return _nbest(n, iterable, key, True)


class _Reversed:
    """An entry of a heap whose first one is the largest."""

    __slots__ = ('entry',)

    def __init__(self, entry):
        self.entry = entry

    def __lt__(self, other):
        return other.entry < self.entry


def _nbest(n, iterable, key, reverse):
    if n == 1:
        nothing = object()
        best = (max if reverse else min)(iterable, default=nothing, key=key)
        return [] if best is nothing else [best]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=reverse)[:n]
    items = iter(iterable)
    if n <= 0:
        return []

    def entry(value, order, item):
        # Equal values: the earlier one counts as better.
        made = (value, -order if reverse else order, item)
        if key is None:
            made = made[:2]
        return made if reverse else _Reversed(made)

    # The n best so far; the worst of them comes first.
    heap = [entry(item if key is None else key(item), order, item)
            for order, item in zip(range(n), items)]
    if not heap:
        return []
    heapify(heap)
    order = n
    for item in items:
        value = item if key is None else key(item)
        worst = heap[0][0] if reverse else heap[0].entry[0]
        if worst < value if reverse else value < worst:
            heapreplace(heap, entry(value, order, item))
            order += 1
    best = heap if reverse else [one.entry for one in heap]
    best.sort(reverse=reverse)
    return [one[0 if key is None else 2] for one in best]


def merge(*iterables, key=None, reverse=False):
    """The items of several sorted iterables, sorted, without holding them all."""
    heap = []
    for order, iterable in enumerate(map(iter, iterables)):
        for value in iterable:
            heap.append(_Source(value, iterable, order, key, reverse))
            break
    heapify(heap)
    while len(heap) > 1:
        source = heap[0]
        yield source.value
        if source.advance():
            heapreplace(heap, source)
        else:
            heappop(heap)
    if heap:
        yield heap[0].value
        yield from heap[0].iterator


class _Source:
    """One of the iterables of `merge`, standing at its next item."""

    __slots__ = ('value', 'iterator', 'order', 'key', 'reverse', 'rank')

    def __init__(self, value, iterator, order, key, reverse):
        self.iterator = iterator
        self.order = order
        self.key = key
        self.reverse = reverse
        self._stand_at(value)

    def _stand_at(self, value):
        self.value = value
        self.rank = value if self.key is None else self.key(value)

    def advance(self):
        for value in self.iterator:
            self._stand_at(value)
            return True
        return False

    def __lt__(self, other):
        # Equal items come in the order of the iterables.
        if self.reverse:
            return [other.rank, -other.order] < [self.rank, -self.order]
        return [self.rank, self.order] < [other.rank, other.order]


# Few programs need the largest first.
__lazy__ = {'_heap_max': 'heapify_max heappop_max heappush_max heappushpop_max'
            ' heapreplace_max _heapify_max _heappop_max _heapreplace_max'}
