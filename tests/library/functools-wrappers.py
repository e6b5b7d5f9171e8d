from functools import *
import functools
calls = []
@lru_cache(maxsize=2)
def sq(x):
    calls.append(x)
    return x * x
print(sq(1), sq(2), sq(1), sq(3), sq(2), calls, sq.cache_info(), sq.cache_parameters(), sq.__name__, sq.__wrapped__(5))
sq.cache_clear(); print(sq.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
@lru_cache
def t(*a, **k): return a, k
print(t(1, b=2), t(1, b=2), t.cache_info())
try:
    t([])
except TypeError as e:
    print(e)
p = partial(int, base=2)
print(p('101'), p.func, p.args, p.keywords, repr(partial(print, 1, sep='-')))
@total_ordering
class V:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __eq__(self, o): return self.v == o.v
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), V(1) != V(2))
@total_ordering
class G:
    def __init__(self, v): self.v = v
    def __ge__(self, o): return self.v >= o.v
    def __eq__(self, o): return self.v == o.v
print(G(1) <= G(1), G(2) > G(1), G(1) < G(2), G(3) < G(2))
try:
    @total_ordering
    class N: pass
except ValueError as e:
    print(e)
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), reduce(lambda a, b: a * 10 + b, [1, 2, 3]), reduce(max, [], 7))
@singledispatch
def show(x): return 'object'
@show.register
def _(x: int): return 'int'
@show.register(list)
def _(x): return 'list'
from collections.abc import Sized
@show.register(Sized)
def _(x): return 'sized'
print(show(1), show(True), show([]), show('abc'), show(2.5), show.dispatch(bool)(1), sorted(c.__name__ for c in show.registry))
class M:
    @singledispatchmethod
    def f(self, x): return 'other'
    @f.register
    def _(self, x: int): return 'int'
    def base(self, a, b): return a, b
    half = partialmethod(base, 1)
    @cached_property
    def big(self):
        print('computing')
        return 42
m = M(); print(m.f(1), m.f('x'), m.half(2), m.big, m.big, m.__dict__)
def deco(f):
    @wraps(f)
    def inner(*a):
        """inner doc"""
        return f(*a)
    return inner
@deco
def documented():
    """the doc"""
print(documented.__name__, documented.__doc__, documented.__wrapped__.__name__, documented.__qualname__)
try:
    lru_cache('x')
except TypeError as e:
    print(e)
