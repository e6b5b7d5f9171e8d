# collections.Counter.
from collections import Counter

c = Counter('abracadabra')
print(c, c['a'], c['zz'], len(c), c.total(), 'zz' in c)
print(c.most_common(2), c.most_common(), c.most_common(0), c.most_common(100)[-1])
print(sorted(c.elements()), list(Counter(a=2, b=0, c=-1).elements()))
print(c + Counter('abc'), c - Counter('aaaab'), c & Counter('aab'), c | Counter('zzzz'))
print(+Counter(a=1, b=-1, c=0), -Counter(a=1, b=-1), Counter(a=1) == Counter(a=1, b=0))
print(Counter(a=1) < Counter(a=2), Counter(a=1) <= Counter(a=1, b=1), Counter(a=2) > Counter(a=1), Counter(a=1) != Counter(a=2), Counter(a=1) >= Counter())
c.update('aaa')
c.update({'z': 5}, q=1)
c.subtract('ab', z=10)
print(c, c['z'])
del c['z'], c['nothing']
print(c.pop('q'), c.get('q'), c.copy() == c, type(c.copy()), dict(c))
c += Counter('xx')
c -= Counter('x')
c &= Counter('aaaaaxx')
c |= Counter('q')
print(c, repr(Counter()), Counter(None), Counter([1, 1.0, True]), Counter({'a': 3, 'b': 'x'}['a'] * ['k']))
print(Counter(['b', 'a', 'b']).most_common(1), Counter(zip('aab', 'xxy')), Counter(iterable='a'))
print(isinstance(c, dict), Counter.fromkeys.__name__, list(c), c.keys() >= {'a'})
c.clear()
print(c, bool(c), c['new'], c)
for do in (lambda: Counter.fromkeys('ab'), lambda: Counter(1), lambda: Counter('a', 'b'), lambda: Counter('a') + 5, lambda: c.update(1)):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)


class Mine(Counter):
    def __missing__(self, key):
        return -1


m = Mine('aab')
print(m, m['zz'], type(m + m), sorted(m.items(), key=lambda p: p[1]))
