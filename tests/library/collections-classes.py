from collections import *
from collections import abc
P = namedtuple('P', 'x y z', defaults=[0])
p = P(1, 2)
print(p, p._asdict(), p._replace(y=5), P._make([7, 8, 9]), P._fields, P._field_defaults, p == (1, 2, 0), p.x, P.__doc__)
x, *rest = p
print(x, rest, hash(p) == hash((1, 2, 0)), P.x.__doc__, isinstance(p, tuple), p.__match_args__)
for bad in (lambda: P(), lambda: P(1, 2, 3, 4), lambda: P._make([1]), lambda: p._replace(q=1), lambda: namedtuple('A', 'a a'), lambda: namedtuple('A', '_a'), lambda: namedtuple('class', 'a'), lambda: namedtuple('A', 'a b', defaults=(1, 2, 3)), lambda: setattr(p, 'x', 1)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(namedtuple('R', ['a', 'class', 'a', '_b'], rename=True)._fields)
class Q(P):
    def total(self): return sum(self)
print(Q(1, 2), Q(1, 2).total())
c = Counter('mississippi')
print(c, c.most_common(2), c['z'], c.total(), sorted(c.elements()), c['i'])
d = Counter(i=1, s=10)
print(c + d, c - d, c | d, c & d, +Counter(a=-1, b=2), -Counter(a=-1, b=2), c == Counter('imspssippis'), Counter(a=1) <= Counter(a=2))
c.subtract('miss'); print(c); c.update({'z': 5}); del c['none']; print(c, Counter(), dict(c))
c += Counter(m=3); print(c)
m = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(m, m['a'], m['b'], len(m), list(m), m.new_child({'c': 1}), m.parents, 'b' in m, m.get('q'))
m['b'] = 9; print(m.maps); del m['b']
for bad in (lambda: m.pop('b'), lambda: m['zz']):
    try:
        bad()
    except KeyError as e:
        print(e)
class UD(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
u = UD(a=1, b=2); u.update(c=3); print(u, u | {'q': 1}, len(u), 'A' in u)
class UL(UserList):
    def append(self, x): super().append(x * 2)
l = UL([3, 1]); l.append(5); l.sort(); print(l, l[1:], l + [1], l * 2, type(l[:1]).__name__, l == [1, 3, 10])
s = UserString('abc'); print(s.upper(), s + 'd', s[1], s == 'abc', type(s.upper()).__name__, s.split('b'), 'b' in s)
print(isinstance([], abc.Sequence), isinstance({}, abc.MutableMapping), isinstance(iter([]), abc.Iterator), isinstance(5, abc.Hashable), isinstance([], abc.Hashable), isinstance(len, abc.Callable), isinstance({}.keys(), abc.Set))
class Seq(abc.Sequence):
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10
q = Seq(); print(list(q), 20 in q, q.index(10), q.count(0), list(reversed(q)))
class Map(abc.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = Map(); m.update(a=1, b=2); print(dict(m), m.pop('a'), m.setdefault('z', 5), m.get('q', 0), list(m.items()), list(m.values()), m == {'b': 2, 'z': 5}, m.popitem(), m.keys() & {'z', 'y'})
class S(abc.Set):
    def __init__(self, it): self.l = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.l
    def __iter__(self): return iter(self.l)
    def __len__(self): return len(self.l)
print(sorted(S([1, 2, 3]) & S([2, 3, 4])), sorted(S([1]) | [2]), S([1]) < S([1, 2]), S([1, 2]) == {2, 1}, sorted(S([1, 2]) - S([1])), sorted(S([1, 2]) ^ S([2, 3])), S([1]).isdisjoint([2]))
try:
    abc.Sequence()
except TypeError as e:
    print(e)
@abc.Sequence.register
class Reg: pass
print(issubclass(Reg, abc.Sequence), issubclass(Reg, abc.Iterable), abc.Callable[[int], str], abc.Mapping.__name__)
