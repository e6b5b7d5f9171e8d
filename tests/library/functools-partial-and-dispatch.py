# functools: partial, partialmethod, reduce, singledispatch, total_ordering, wraps.
from functools import (partial, partialmethod, reduce, singledispatch, singledispatchmethod,
                       total_ordering, update_wrapper, wraps)
def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)
p = partial(int, base=2)
q = partial(partial(print, 'a', sep='-'), 'b', end='!\n')
print(p('101'), p.func, p.args, p.keywords, repr(p), q.args, q.keywords)
q('c')
q('c', sep='+')
attempt(lambda: partial())
attempt(lambda: partial(5))
attempt(lambda: partial(len)())
print(reduce(lambda a, b: a * b, [1, 2, 3]), reduce(max, [1], 5), reduce(lambda a, b: a + [b], 'ab', []))
attempt(lambda: reduce(max, []))
class K:
    def m(self, a, b=0):
        return a, b
    five = partialmethod(m, 5)
    kw = partialmethod(m, b=7)
print(K().five(), K().five(6), K().kw(1), K().five.func is not None)
@singledispatch
def show(x):
    return 'any'
@show.register
def _(x: int):
    return 'int'
@show.register(list)
def _(x):
    return 'list'
@show.register
def _(x: float | str):
    return 'float or str'
print(show(1), show(True), show([]), show(1.5), show('s'), show(None), show.dispatch(bool)(3), len(show.registry))
attempt(lambda: show())
attempt(lambda: show.register(5))
class D:
    @singledispatchmethod
    def go(self, x):
        return 'base'
    @go.register
    def _(self, x: str):
        return 'str'
print(D().go(1), D().go('a'))
@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), V.__ge__.__name__)
attempt(lambda: total_ordering(type('W', (), {})))
def deco(f):
    @wraps(f, assigned=('__name__', '__doc__'))
    def inner(*a): return f(*a)
    return inner
named = deco(show)
print(named.__name__, named.__doc__, named.__wrapped__.__name__, update_wrapper(lambda: 0, len).__name__)
