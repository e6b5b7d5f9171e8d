"""Finding a place in a sorted list by halving."""

__all__ = ['bisect', 'bisect_left', 'bisect_right', 'insort', 'insort_left',
           'insort_right']

_in_c = '_bisect', ('bisect_left', 'bisect_right', 'insort_left',
                    'insort_right')


def bisect_right(a, x, lo=0, hi=None, *, key=None):
    """The index behind all items that are not greater than `x`."""
    low, high = _bounds(a, lo, hi)
    if key is None:
        while low < high:
            middle = (low + high) // 2
            if x < a[middle]:
                high = middle
            else:
                low = middle + 1
        return low
    while low < high:
        middle = (low + high) // 2
        if x < key(a[middle]):
            high = middle
        else:
            low = middle + 1
    return low


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    """The index before all items that are not smaller than `x`."""
    low, high = _bounds(a, lo, hi)
    if key is None:
        while low < high:
            middle = (low + high) // 2
            if a[middle] < x:
                low = middle + 1
            else:
                high = middle
        return low
    while low < high:
        middle = (low + high) // 2
        if key(a[middle]) < x:
            low = middle + 1
        else:
            high = middle
    return low


def _bounds(a, lo, hi):
    if lo < 0:
        raise ValueError('lo must be non-negative')
    return lo, len(a) if hi is None else hi


def insort_right(a, x, lo=0, hi=None, *, key=None):
    """Puts `x` into the sorted `a`, behind its equals."""
    rank = x if key is None else key(x)
    at = bisect_right(a, rank, lo, hi, key=key)
    a.insert(at, x)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    """Puts `x` into the sorted `a`, before its equals."""
    rank = x if key is None else key(x)
    at = bisect_left(a, rank, lo, hi, key=key)
    a.insert(at, x)


bisect = bisect_right
insort = insort_right
