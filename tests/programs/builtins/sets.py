# Sets: algebra, order, subclasses, members with methods in Python.
s = {3, 1, 2}
s.add(10); s.discard(99); s.remove(1); print(s, 2 in s, len(s))
a, b = set(range(8)), {2, 4, 100}
print(a & b, a | b, a - b, a ^ b, b <= a, {2} < a, a >= {1}, a.isdisjoint({50}), a.union([9], (10,)), a.intersection('x', b), b.difference([2]), b.symmetric_difference([2, 3]))
c = a.copy(); c &= b; print(c); c |= {7}; c -= {2}; c ^= {7, 8}; print(c); c.update('hi', [1]); print(len(c)); c.intersection_update([1, 2]); print(c)
f = frozenset('abca'); print(len(f), f == set('abc'), hash(f) == hash(frozenset('cba')), f | {'z'} == set('abcz'), type(f | {1}).__name__, {f: 1}[frozenset('abc')])
print({'x', 'y'} == {'y', 'x'}, set() , frozenset(), {frozenset([1])}, set([1, 1, 2]), {1, 1.0, True}, {1, 2} == frozenset([1, 2]))
print({1, 2}.issubset([1, 2, 3]), {1, 2}.issuperset(iter([1])), set(range(20)).pop(), sorted({'b', 'a'}), {frozenset([1]), 2} & {frozenset({1})}, {1} in {frozenset({1})})


class P:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        return self.n == other.n

    def __repr__(self):
        return f'P{self.n}'


p = {P(i) for i in range(7)}; q = {P(i) for i in range(4, 10)}
print(sorted(x.n for x in p & q), sorted(x.n for x in p - q), sorted(x.n for x in p ^ q), len(p | q), P(3) in p, p == {P(i) for i in range(7)}, {P(1)} <= p)
p -= q; print(sorted(x.n for x in p)); p.remove(P(0)); print(len(p))


class MySet(set):
    pass


m = MySet([1, 2]); m.add(3); print(m, m | {4}, m == {1, 2, 3}, type(m.copy()).__name__ in ('MySet', 'set'))
for bad in (lambda: set().pop(), lambda: {1}.remove(2), lambda: {[]}, lambda: {1} | [2], lambda: {1} < [1], lambda: set(5), lambda: hash({1}), lambda: frozenset().add):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
t = {1}
try:
    for x in t:
        t.add(x + 1)
except RuntimeError as e:
    print(e)
