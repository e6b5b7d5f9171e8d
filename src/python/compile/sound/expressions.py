# Every sort of expression, in positions where registers are easily confused.
import a.b.c as d, e.f
from . import g
from ..h import i as j, k


def calls(f, *args, x=1, **kwargs):
    f(*args, 1, *args, y=2, **kwargs, z=3)
    f.g(*args)
    f.g(**kwargs).h(1)(2)[3].i(j=4)
    f(f(f(1, 2), f(3)), f(x=f(4)))
    f(f"{x}", f"{x!r:>{args}}{f(x)=}", f"", "a" "b")
    return f(x)(*f(args), **f(kwargs))


def operators(x, y, z):
    x = x + y * z - -x ** ~y // (x @ z) % 3
    x += (x := y) + x
    x = x and y or z
    x = not x if y else (z if x else y)
    y = x < y < z <= 3 != x
    z = x is None, y is not None, x in [1, 2, z], y not in (1, 2)
    x = y = z[0] = z.a = (x, y)
    (x, *y), z = z, *x
    [x, [y, z.b]] = z
    x, y = y, x
    z[x:y, ..., ::2] += x[1:]
    z.a.b -= 1
    del x, (y, z[0]), z.a
    if x is None and not (y or z.q) or f"{x}" == "a":
        return x
    while x.a < y and x:
        x = x.a
    while True:
        if x: break
    return {**x, "a": 1, **y}, {*x, 1}, [*x, *y], (1, *x), {}, {1: 2}, {1, 2}


def deleted(x):
    if x:
        del x
    print(x)
    for x in x: pass
    return x


def comprehensions(a, b):
    c = [x + y for x in a if x if b for y in x if y]
    c = {x: [lambda: x + y for y in x] for x in a}
    c = {x for x, *y in a if (z := x)}
    c = sum(x for x in a for y in (b, x))
    c = [[i for i in j] for j in a] + [i for i in a]
    return (lambda q, r=z, *s, t=c, **u: (q, [v for v in s], c))


print([x for x in (y for y in range(3))], [lambda: w for w in range(3)])


class Outer[T]:
    a = [x for x in range(3) if x]
    b: "T" = a
    c: list[T]

    def method[S: int = str](self, x: S, *y: *T, z: "S" = 1, **w: T) -> a:
        nonlocal_value = __class__
        def inner():
            nonlocal nonlocal_value
            nonlocal_value += x
            return super(Outer, self), __class__
        return super().method(x), [super().y for _ in x], inner

    class Inner:
        def __private(self): self.__x = __y
        z = a


type Alias[*Ts, **P] = dict[Ts, P]
type Plain = Alias


def match_all(subject):
    match subject:
        case 1 | 2 | -3 | "a" | 2 + 3j: return 1
        case None | True | False: return 2
        case [] | [_] | [_, *_]: return 3
        case [1, x, *rest] if x: return x, rest
        case (x, [y, z]) | {"x": x, "y": [y, z]}: return x
        case {"a": 1, subject.b: {"c": c}, **others}: return c, others
        case {}: return 4
        case int(x) | str(real=x): return x
        case subject.Class(1, [a], k=subject.K()) if False: pass
        case subject.Class(1, [a], k=subject.K() as whole): return a, whole
        case subject.value: return 5
        case [*_, last]: return last
        case other: return other


def decorated():
    @first
    @second(1)
    def f(a, b=2, /, c=3, *, d, e=4): "doc"; return a
    @third
    class C(f, *f, metaclass=f, **f): pass
    @third
    class D(f, metaclass=f): pass
    return f, C, lambda: (yield)


def long_displays(x):
    a = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33]
    b = [x, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33]
    c = (x, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33)
    return a, b, c, t"{x} and {x!r:{a}}"


assert x, f"{x}"
assert y
x: int = 1
y: str
(x): int = 2
x.y: int
if x == 1: z = 1
elif y is None: z = 2
else: z = 3
