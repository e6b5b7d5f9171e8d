# Sorting: stable, with keys, reversed, mixed numbers, objects.
print(sorted([3, 1, 2.5, True, -1]), sorted('banana'), sorted([(1, 'b'), (1, 'a'), (0, 'z')]))
words = ['bb', 'a', 'ccc', 'dd', 'e']
print(sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, key=lambda w: (-len(w), w)))
log = []


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        log.append((self.n, other.n))
        return self.n < other.n

    def __repr__(self):
        return f'I{self.n}'


items = [Item(n) for n in (5, 2, 8, 1)]
items.sort()
print(items, log)
print(sorted([Item(n) for n in range(100, 0, -7)], reverse=True), min(items), max(items, key=lambda i: -i.n))
big = [(i * 7919) % 1009 for i in range(500)]
print(sorted(big) == sorted(big, key=Item), sorted(big, reverse=True) == sorted(big, key=Item, reverse=True))
print(sorted([[2], [1, 5], [1]]), sorted([1e3, 2**70, -2**70, 10]), sorted({'b': 1, 'a': 2}))
for bad in (lambda: sorted([1, 'a']), lambda: sorted(5), lambda: sorted([None, None, 1])):
    try:
        print(bad())
    except TypeError as e:
        print('TypeError', e)
l = [3, 1, 2]
try:
    l.sort(key=lambda x: l.append(x) or x)
except ValueError as e:
    print(e, l)
print(min(3, 1, 2), max([1, 5, 2]), min([], default='none'), max('abc', 'b', key=len), min((2, 'b'), (2, 'a')))
for bad in (lambda: max([]), lambda: max(), lambda: max(1, 2, default=3), lambda: min(1)):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
