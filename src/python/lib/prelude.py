"""The slow paths of builtins: those that call back into the program.

A native builtin does the work itself as long as it meets only numbers, texts
and the like. When it would have to call a method or function written in
Python it hands over to the function of its name here, which runs as ordinary
frames: so the machine can stop, step and count inside of it as anywhere else.

Arguments have been checked by the native side. `_MISSING` means "not given".
"""

from builtins import _MISSING


def _all(iterable):
    for item in iterable:
        if not item:
            return False
    return True


def _any(iterable):
    for item in iterable:
        if item:
            return True
    return False


def _sum(iterator, total):
    for item in iterator:
        total = total + item
    return total


def _min(iterator, key, default):
    for best in iterator:
        break
    else:
        if default is _MISSING:
            raise ValueError('min() iterable argument is empty')
        return default
    if key is None:
        for item in iterator:
            if item < best:
                best = item
        return best
    rank = key(best)
    for item in iterator:
        other = key(item)
        if other < rank:
            best, rank = item, other
    return best


def _max(iterator, key, default):
    for best in iterator:
        break
    else:
        if default is _MISSING:
            raise ValueError('max() iterable argument is empty')
        return default
    if key is None:
        for item in iterator:
            if item > best:
                best = item
        return best
    rank = key(best)
    for item in iterator:
        other = key(item)
        if other > rank:
            best, rank = item, other
    return best


# Containers from iterables.

def _collect(iterable):
    """A list of the items; other containers are made from that."""
    return [item for item in iterable]


def _extend(items, iterable):
    # One by one: what the iterator does may look at the list.
    for item in iterable:
        items.append(item)


def _update_dict(target, source):
    """`dict.update` with a mapping (what has `keys`) or with pairs."""
    if hasattr(source, 'keys'):
        for key in source.keys():
            target[key] = source[key]
        return
    for index, pair in enumerate(source):
        try:
            pair = [item for item in pair]
        except TypeError:
            raise TypeError('cannot convert dictionary update sequence '
                            f'element #{index} to a sequence') from None
        if len(pair) != 2:
            raise ValueError(f'dictionary update sequence element #{index} '
                             f'has length {len(pair)}; 2 is required')
        target[pair[0]] = pair[1]


def _update_set(target, iterable):
    for item in iterable:
        target.add(item)


def _contains(iterable, wanted):
    """`in` for what has no `__contains__`."""
    for item in iterable:
        if item is wanted or item == wanted:
            return True
    return False


def _index(items, wanted, start, stop):
    """The index of the first equal item, or -1."""
    while start < stop and start < len(items):
        item = items[start]
        if item is wanted or item == wanted:
            return start
        start += 1
    return -1


def _count(items, wanted):
    count = 0
    for item in items:
        if item is wanted or item == wanted:
            count += 1
    return count


def _equal_items(left, right):
    """Whether two lists or tuples hold equal items."""
    if len(left) != len(right):
        return False
    index = 0
    while index < len(left) and index < len(right):
        a, b = left[index], right[index]
        if a is not b and not a == b:
            return False
        index += 1
    return len(left) == len(right)


def _first_difference(left, right):
    """The index at which two lists or tuples first differ, or -1."""
    index = 0
    while index < len(left) and index < len(right):
        a, b = left[index], right[index]
        if a is not b and not a == b:
            return index
        index += 1
    return -1


def _equal_dicts(left, right):
    if len(left) != len(right):
        return False
    for key, value in left.items():
        other = right.get(key, _MISSING)
        if other is _MISSING:
            return False
        if value is not other and not value == other:
            return False
    return True


def _reduce(function, iterator, value):
    if value is _MISSING:
        for value in iterator:
            break
        else:
            raise TypeError('reduce() of empty iterable with no initial value')
    for item in iterator:
        value = function(value, item)
    return value


# Iterators over functions. As generators they are resumable frames.

def _map(function, iterators):
    if len(iterators) == 1:
        for item in iterators[0]:
            yield function(item)
        return
    while True:
        args = []
        for iterator in iterators:
            for item in iterator:
                args.append(item)
                break
            else:
                return
        yield function(*args)


def _filter(function, iterator):
    if function is None:
        for item in iterator:
            if item:
                yield item
        return
    for item in iterator:
        if function(item):
            yield item


def _zip(iterators, strict):
    count = len(iterators)
    if count == 0:
        return
    while True:
        items = []
        for iterator in iterators:
            for item in iterator:
                items.append(item)
                break
            else:
                if strict:
                    _check_same_length(iterators, len(items))
                return
        yield tuple(items)


def _check_same_length(iterators, ended):
    """The one at index `ended` has ended: all others must end here too."""
    if ended > 0:
        before = ' 1' if ended == 1 else f's 1-{ended}'
        raise ValueError(f'zip() argument {ended + 1} is shorter than '
                         f'argument{before}')
    for index in range(1, len(iterators)):
        for _ in iterators[index]:
            before = ' 1' if index == 1 else f's 1-{index}'
            raise ValueError(f'zip() argument {index + 1} is longer than '
                             f'argument{before}')


def _enumerate(iterator, count):
    for item in iterator:
        yield count, item
        count += 1


def _iter_calls(function, sentinel):
    """`iter(function, sentinel)`"""
    while True:
        value = function()
        if value is sentinel or value == sentinel:
            return
        yield value


def _iter_sequence(sequence):
    """Iteration over what has `__getitem__` but not `__iter__`."""
    index = 0
    while True:
        try:
            item = sequence[index]
        except (IndexError, StopIteration):
            return
        yield item
        index += 1


def _reversed_sequence(sequence, length):
    """`reversed` for what has no `__reversed__`."""
    index = length - 1
    while index >= 0:
        try:
            item = sequence[index]
        except (IndexError, StopIteration):
            return
        yield item
        index -= 1


# Sorting.

def _sort(items, key, reverse):
    """Sorts a list in place; stable; compares by `<` alone.

    The list is empty while that goes on, as in CPython, so that a comparison
    that looks at it does not see it half sorted.
    """
    taken = items[:]
    items.clear()
    try:
        keys = taken if key is None else [key(item) for item in taken]
        order = list(range(len(taken)))
        if reverse:
            # Equal items keep their order: sort backwards, then turn round.
            order.reverse()
        order = _merge_sorted(order, keys)
        if reverse:
            order.reverse()
        taken = [taken[place] for place in order]
    finally:
        changed = len(items) > 0
        items[:] = taken
    if changed:
        raise ValueError('list modified during sort')


# Stretches up to this length are sorted by insertion.
_SHORT = 16


def _merge_sorted(order, keys):
    """The places `order`, sorted by `keys`."""
    count = len(order)
    # What is in order already, or just the other way round, is common.
    start = 0
    runs = []
    while start < count:
        end = start + 1
        if end < count:
            if keys[order[end]] < keys[order[start]]:
                while (end < count
                       and keys[order[end]] < keys[order[end - 1]]):
                    end += 1
                order[start:end] = order[start:end][::-1]
            else:
                while end < count and not (
                        keys[order[end]] < keys[order[end - 1]]):
                    end += 1
        stop = min(start + _SHORT, count)
        while end < stop:
            _insert(order, keys, start, end)
            end += 1
        runs.append(order[start:end])
        start = end
    while len(runs) > 1:
        merged = []
        for index in range(0, len(runs) - 1, 2):
            merged.append(_merge(runs[index], runs[index + 1], keys))
        if len(runs) % 2:
            merged.append(runs[-1])
        runs = merged
    return runs[0] if runs else []


def _insert(order, keys, start, place):
    """Puts the item at `place` where it belongs among those from `start` on."""
    item = order[place]
    key = keys[item]
    low, high = start, place
    while low < high:
        middle = (low + high) // 2
        if key < keys[order[middle]]:
            high = middle
        else:
            low = middle + 1
    order[low + 1:place + 1] = order[low:place]
    order[low] = item


def _merge(left, right, keys):
    result = []
    i = j = 0
    while i < len(left) and j < len(right):
        # Only what is really smaller may pass, so that equal ones stay.
        if keys[right[j]] < keys[left[i]]:
            result.append(right[j])
            j += 1
        else:
            result.append(left[i])
            i += 1
    result += left[i:]
    result += right[j:]
    return result


async def anext_or(iterator, default):
    """`anext(iterator, default)`"""
    try:
        return await anext(iterator)
    except StopAsyncIteration:
        return default


async def aclose(generator):
    """`aclose()` of an asynchronous generator, over its `athrow`."""
    try:
        await generator.athrow(GeneratorExit)
    except (GeneratorExit, StopAsyncIteration):
        return
    raise RuntimeError('async generator ignored GeneratorExit')
