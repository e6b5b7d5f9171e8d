"""Heaps whose largest item is at index 0 (Python 3.14)."""


def heappush_max(heap, item, /):
    """Puts `item` in."""
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop_max(heap, /):
    """Takes the largest item out and returns it."""
    last = heap.pop()
    if not heap:
        return last
    largest, heap[0] = heap[0], last
    _sink(heap, 0)
    return largest


def heapreplace_max(heap, item, /):
    """Takes the largest item out, then puts `item` in."""
    largest = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return largest


def heappushpop_max(heap, item, /):
    """Puts `item` in, then takes the largest out."""
    if heap and item < heap[0]:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify_max(x, /):
    """Makes a heap of a list, in place."""
    for place in range(len(x) // 2 - 1, -1, -1):
        _sink(x, place)


def _rise(heap, top, place):
    item = heap[place]
    while place > top:
        above = (place - 1) // 2
        parent = heap[above]
        if not parent < item:
            break
        heap[place] = parent
        place = above
    heap[place] = item


def _sink(heap, place):
    """To the bottom first, past the larger child, as in `heapq`."""
    top = place
    end = len(heap)
    item = heap[place]
    child = 2 * place + 1
    while child < end:
        right = child + 1
        if right < end and not heap[right] < heap[child]:
            child = right
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _rise(heap, top, place)


# As they were called before they were documented.
_heapify_max, _heappop_max, _heapreplace_max = (
    heapify_max, heappop_max, heapreplace_max)

for _function in (heapify_max, heappop_max, heappush_max, heappushpop_max,
                  heapreplace_max):
    _function.__module__ = '_heapq'
