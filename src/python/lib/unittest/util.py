"""How values are shown in reports, and how often items occur."""

from collections import Counter, namedtuple
from os.path import commonprefix

_MAX_LENGTH = 80
# `[123 chars]` stands for what is left out; nothing shorter than this is.
_PLACEHOLDER_LEN = 12
_EDGE = 5
_MIDDLE = _MAX_LENGTH - 3 * _EDGE - 2 * _PLACEHOLDER_LEN

Mismatch = namedtuple('Mismatch', 'actual expected value')


def safe_repr(obj, short=False):
    """`repr`, also of objects whose own `repr` fails."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if not short or len(text) < _MAX_LENGTH:
        return text
    return text[:_MAX_LENGTH] + ' [truncated]...'


def _shorten(text, head, tail):
    left_out = len(text) - head - tail
    if left_out <= _PLACEHOLDER_LEN:
        return text
    return f'{text[:head]}[{left_out} chars]{text[len(text) - tail:]}'


def _common_shorten_repr(*args):
    """The `repr` of values, without most of what they have in common."""
    texts = tuple(map(safe_repr, args))
    longest = max(map(len, texts))
    if longest <= _MAX_LENGTH:
        return texts
    common = commonprefix(texts)
    at = len(common)
    room = _MAX_LENGTH - (longest - at) - _EDGE - _PLACEHOLDER_LEN
    if room > _EDGE:
        start = _shorten(common, _EDGE, room)
        return tuple([start + text[at:] for text in texts])
    start = _shorten(common, _EDGE, _EDGE)
    return tuple([start + _shorten(text[at:], _MIDDLE, _EDGE)
                  for text in texts])


def strclass(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


def three_way_cmp(x, y):
    """-1, 0 or 1."""
    return (x > y) - (x < y)


def count_differences(actual, expected):
    """`Mismatch` for each item that is not as often in both."""
    try:
        return _hashable(Counter(actual), Counter(expected))
    except TypeError:
        return _unhashable(list(actual), list(expected))


def _hashable(actual, expected):
    found = [Mismatch(count, expected.get(item, 0), item)
             for item, count in actual.items()
             if expected.get(item, 0) != count]
    return found + [Mismatch(0, count, item)
                    for item, count in expected.items()
                    if item not in actual]


def _unhashable(actual, expected):
    found = []
    while actual or expected:
        item = (actual or expected)[0]
        counts = []
        for items in (actual, expected):
            before = len(items)
            items[:] = [other for other in items
                        if not (other is item or other == item)]
            counts.append(before - len(items))
        if counts[0] != counts[1]:
            found.append(Mismatch(*counts, item))
    return found
