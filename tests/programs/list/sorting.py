# Sorting: stability, keys, reverse order, errors in the middle and changes during the sort.
from functools import cmp_to_key


def attempt(what, do):
    try:
        print(what, do())
    except Exception as error:
        print(what, type(error).__name__, error)


words = 'the quick brown fox jumps over the lazy dog'.split()
print(sorted(words, key=len), sorted(words, key=len, reverse=True))
print(sorted(words, key=lambda w: (-len(w), w)))
print(sorted(range(10), key=lambda n: n % 3), sorted([True, 0, 2.5, -1]))
print(sorted([(1, 'b'), (1, 'a'), (0, 'c')]), sorted([[2], [1, 2], [1]]))
print(sorted('aBcD', key=str.lower), sorted({'b': 1, 'a': 2}.items(), key=lambda p: p[1]))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
print(sorted([1.5, float('inf'), -0.0, 0, float('-inf')]))


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        log.append((self.n, other.n))
        return self.n < other.n

    def __repr__(self):
        return f'<{self.n}>'


log = []
print(sorted([Item(3), Item(1), Item(2)]), log)
log = []
print(sorted([Item(1), Item(2), Item(3)], reverse=True), len(log))
print(max([Item(1), Item(3)]).n if hasattr(Item, '__gt__') else None)
a = [3, 1, 'x', 2]
attempt('mixed', a.sort)
print(len(a), set(map(str, a)) == {'1', '2', '3', 'x'})
b = [3, 1, 2]
attempt('seen empty', lambda: b.sort(key=lambda v: print(b) or v))
attempt('changed', lambda: b.sort(key=lambda v: b.append(v) or v))
print(b)
attempt('key fails', lambda: b.sort(key=lambda v: 1 // (v - 2)))
print(b)
attempt('no order', lambda: sorted([object(), object()]))
attempt('dicts', lambda: sorted([{}, {}]))
attempt('reverse', lambda: sorted([1, 2], reverse=None))
print(sorted([(n % 2, n) for n in range(6)], key=lambda p: p[0], reverse=True))
big = [(n * 7919) % 1009 for n in range(1009)]
print(sorted(big) == list(range(1009)), sorted(big, reverse=True)[:3], sorted(big, key=lambda n: -n)[-1])
