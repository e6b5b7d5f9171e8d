# collections.namedtuple.
from collections import namedtuple


def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)


P = namedtuple('P', 'x y')
p = P(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p), tuple(p), [*p], p._fields, p._asdict(), P._fields)
print(p._replace(x=9), P._make([3, 4]), P(*'ab'), hash(p) == hash((1, 2)), p < P(1, 3), p + (3,), p[::-1])
x, y = p
print(x, y, isinstance(p, tuple), P.__mro__[1], P.__name__, P.__doc__, P.x.__doc__, P.__slots__)
D = namedtuple('D', ['a', 'b', 'c'], defaults=[5, 6])
print(D(1), D(1, 2), D._field_defaults, D.__new__.__defaults__, D(c=1, a=2))
R = namedtuple('R', 'class def a a _x 1n', rename=True)
print(R._fields, namedtuple('E', '')(), namedtuple('C', 'a,b, c')._fields, namedtuple('G', (n for n in 'pq'))._fields)
print(namedtuple('M', 'a', module='mod').__module__, P.__module__, repr(P), P.__match_args__)
attempt(lambda: P(1))
attempt(lambda: P(1, 2, 3))
attempt(lambda: P(1, z=2))
attempt(lambda: P(x=1, y=2, z=3))
attempt(lambda: setattr(p, 'x', 5))
attempt(lambda: delattr(p, 'x'))
attempt(lambda: setattr(p, 'new', 5))
attempt(lambda: p.nope)
attempt(lambda: p._replace(z=1))
attempt(lambda: P._make([1]))
attempt(lambda: namedtuple('T', 'a a'))
attempt(lambda: namedtuple('T', 'class'))
attempt(lambda: namedtuple('T', '_a'))
attempt(lambda: namedtuple('T', '1a'))
attempt(lambda: namedtuple('1T', 'a'))
attempt(lambda: namedtuple('class', 'a'))
attempt(lambda: namedtuple('T', 'a', defaults=[1, 2]))
attempt(lambda: namedtuple('T', [1]))


class Q(namedtuple('Q', 'w h')):
    @property
    def area(self):
        return self.w * self.h

    def __str__(self):
        return f'{self.w}x{self.h}'


q = Q(2, 3)
print(q, repr(q), q.area, q._replace(w=5), type(q._replace(w=5)).__name__, q.__dict__)
match q:
    case Q(w, h=3):
        print('matched', w)
