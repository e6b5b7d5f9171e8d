# collections.deque.
from collections import deque


def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)


d = deque('abc')
d.append('d')
d.appendleft('z')
print(d, len(d), d[0], d[-1], d[2], 'a' in d, list(reversed(d)), d.maxlen)
print(d.pop(), d.popleft(), d)
d.extend('xy')
d.extendleft('12')
print(d, d.index('x'), d.index('c', 2), d.count('a'))
d.rotate(2)
print(d)
d.rotate(-3)
d.rotate()
print(d)
d.insert(1, 'I')
d.remove('x')
d.reverse()
print(d, d.copy() == d, d + deque('q'), d * 2, deque([1]) * 0)
d[0] = 'first'
del d[1]
print(d, deque('ab') < deque('b'), deque('ab') == ['a', 'b'], deque() == deque())
m = deque(range(5), maxlen=3)
m.append(9)
m.appendleft(8)
m.extend([1, 2])
print(m, m.maxlen, m.copy().maxlen, deque('abc', 0), deque([1, 2], 1), repr(deque(maxlen=2)))
m += 'k'
m *= 2
print(m, type(m + m), (m + m).maxlen)
attempt(lambda: deque().pop())
attempt(lambda: deque().popleft())
attempt(lambda: deque('a')[5])
attempt(lambda: deque('a').remove('z'))
attempt(lambda: deque('a').index('z'))
attempt(lambda: deque('abc', 3).insert(1, 'x'))
attempt(lambda: deque('abc')[0:1])
attempt(lambda: deque(5))
attempt(lambda: deque([], -1))
attempt(lambda: deque([], 'x'))
attempt(lambda: deque('a') + 'b')
attempt(lambda: [d.append(1) for _ in d])
attempt(lambda: deque('ab').rotate('x'))
r = deque()
r.append(r)
print(r, bool(deque()), deque([[1], 'a']), iter(deque('ab')).__next__())
d.clear()
print(d, type(d).__name__, isinstance(d, deque), deque.__class_getitem__(int))
