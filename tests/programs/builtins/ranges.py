# Ranges, slices, tuples.
r = range(2, 20, 3)
print(r, list(r), len(r), r[1], r[-1], r[1:3], r[::-1], list(r[::-1]), 5 in r, 6 in r, r.index(8), r.count(8), r.start, r.stop, r.step)
print(range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3)), list(reversed(range(4))), range(5)[10:], bool(range(0)), list(range(5, 0, -2)), 3.0 in range(5), 'a' in range(5))
s = slice(1, None, 2); print(s, s.start, s.stop, s.step, s.indices(5), s == slice(1, None, 2), slice(3), slice(None, None, -1).indices(4), 'abcdef'[s])
t = (1, 2, 3, 2)
print(t, t.count(2), t.index(3), t.index(2, 2), t + (4,), t * 2, t[1:], t[::-1], (), (1,), tuple('ab'), tuple([1]), t < (1, 3), hash(t) == hash((1, 2, 3, 2)), t == (1, 2, 3, 2.0))


class T(tuple):
    def __new__(cls, *args):
        return super().__new__(cls, args)

    def first(self):
        return self[0]


x = T(1, 2); print(x, x.first(), len(x), x + (3,), x == (1, 2), {x: 1}[(1, 2)], isinstance(x, tuple))
a, *b, c = x + (5, 6); print(a, b, c)
for bad in (lambda: r[10], lambda: r['a'], lambda: r.index(6), lambda: t[9], lambda: t.index(99), lambda: t + [1], lambda: range('a'), lambda: range(), lambda: t['x'], lambda: 'abc'['x'], lambda: 'abc'[5], lambda: t.__setitem__, lambda: tuple(5)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
