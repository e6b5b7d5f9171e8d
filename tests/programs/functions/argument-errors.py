# What calls with wrong arguments say.
def attempt(do):
    try:
        print(do())
    except TypeError as error:
        print(error)


def f(a, b, c=3): return a, b, c
def pos(a, /, b): return a, b
def kw(*, x, y=2): return x, y
def var(a, *args, **kw): return a, args, kw
def none(): return 'none'
def three(a, b, c): pass
def kws(*, a, b, c): pass


class C:
    def m(self, a): return a
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls, a): return a
    def __init__(self, q=1): pass


for call in (
    lambda: f(), lambda: f(1), lambda: f(1, 2, 3, 4), lambda: f(1, 2, a=3), lambda: f(1, 2, z=3),
    lambda: f(*[1]), lambda: f(**{'a': 1}), lambda: f(1, **{'b': 2}), lambda: f(b=1), lambda: f(1, 2, 3, b=2),
    lambda: pos(a=1, b=2), lambda: pos(1), lambda: pos(1, b=2), lambda: pos(1, 2, 3), lambda: pos(1, 2, a=3),
    lambda: kw(), lambda: kw(1), lambda: kw(1, x=2), lambda: kw(x=1), lambda: kw(x=1, z=2), lambda: kw(y=1),
    lambda: var(), lambda: var(1, 2, b=3), lambda: var(1, a=2), lambda: var(1, **{'a b': 2}),
    lambda: none(1), lambda: none(x=1), lambda: none(*'ab'), lambda: three(), lambda: three(1), lambda: kws(),
    lambda: kws(a=1), lambda: C().m(), lambda: C().m(1, 2), lambda: C.m(), lambda: C.m(1), lambda: C.s(),
    lambda: C.c(), lambda: C().c(1, 2), lambda: C(1, 2), lambda: C(z=1), lambda: f(**5),
lambda: f(**{1: 2}), lambda: f(1, *[2], **{'c': 3, 'b': 4}), lambda: (lambda x: x)(),
    lambda: (lambda *, q: q)(), lambda: 5(), lambda: 'a'(), lambda: None(), lambda: C()(), lambda: [](1),
    lambda: f(**{'a': 1}, **{'a': 2}), lambda: f(1, a=1, **{'a': 2}), lambda: dict(1, 2), lambda: int(a=1),
):
    attempt(call)
