# Methods of list: results and errors.
class Eq:
    def __eq__(self, other): return other == 3
a = [3, 1, 2, 3]

for source in r'''
a.append(4), a, a.pop(), a, a.pop(0), a.pop(-1), a, a.insert(0, 9), a.insert(-1, 8), a.insert(100, 7), a.insert(-100, 6), a
a.index(9), a.index(7, 2), a.index(9, -100), a.count(7), a.count(99), [1, 1.0, True].count(1), [Eq(), 5].index(3), [5, 3].index(Eq()), [Eq(), Eq()].count(3)
a.extend('xy'), a, a.extend([]), a.extend({1: 2}), a.extend(range(2)), a, a.remove('x'), a.remove(1), a
a.reverse(), a, a.copy(), a.copy() is a, a.clear(), a
[3, 1, 2].sort(), sorted([3, 1, 2]), sorted('bca'), sorted([1, 2], reverse=1), sorted([], key=5), sorted(['b', 'A'], key=str.lower), sorted({3: 1, 1: 2})
a.append()
a.append(1, 2)
a.pop()
[1].pop(5)
[1].pop('a')
[1].pop(1.0)
[1].pop(-2)
[].remove(1)
[1].remove('a')
[].index(1)
[1, 2].index(1, 1)
['a'].index('b')
[1].insert('a', 1)
[1].insert(1)
[1].extend(1)
[1].extend()
[1].extend(None)
[1].count()
[1, 'a'].sort()
[None, 1].sort()
[1].sort(foo=1)
[1].sort(key=1)
[2, 1].sort(key=lambda: 1)
[1].sort(reverse='a')
[1j, 2j].sort()
sorted(5)
sorted()
sorted([1], lambda x: x)
list(5)
list(1, 2)
list(None)
list(iterable=[1])
list(), list('ab'), list({1: 2}), list(range(3)), list((1,)), list(map(str, [1])), list([1]), list(b'a'), type(list[int]()), list[int]((1, 2))
[1, 2].__contains__(1), [1].__eq__((1,)), [1].__lt__('a'), [1].__len__(), [1].__getitem__(0), [1].__add__([2]), [1].__mul__(2), [1].__rmul__(2), [1].__iter__().__next__(), [1].__reversed__().__next__(), [].__sizeof__() > 0, [1].__class_getitem__(int)
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
