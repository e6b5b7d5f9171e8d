# The natives behind functools, operator and math.
from _functools import partial, reduce
from _operator import add, attrgetter, contains, countOf, indexOf, itemgetter, length_hint, methodcaller, not_, truth
import math

p = partial(int, base=2); print(p('101'), p.func, p.args, p.keywords, partial(p, '11')(), partial(max, 1, 5)(3))
q = partial(partial(print, 'a'), 'b', sep='-'); q('c', end='!\n')
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(add, [], 'e'), reduce(add, iter('abc')))
try:
    reduce(add, [])
except TypeError as e:
    print(e)


class C:
    class x:
        y = 5

    def m(self, a, b=0):
        return a, b


print(itemgetter(1)('abc'), itemgetter(0, 2)([1, 2, 3]), attrgetter('x.y')(C), methodcaller('m', 1, b=2)(C()), contains([1], 1), countOf('aba', 'a'), indexOf('abc', 'c'), not_(0), truth([1]), length_hint([1, 2]), length_hint(iter(range(3))), length_hint(5 for _ in ()))
print(math.sqrt(16), math.floor(-2.5), math.ceil(2.1), math.trunc(-2.7), math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.gcd(12, 18, 27), math.lcm(4, 6), math.isqrt(17), math.prod([1, 2, 3]), math.fsum([0.1] * 10))
print(math.pi, math.e, math.inf, math.isnan(math.nan), math.isclose(0.1 + 0.2, 0.3), math.copysign(1, -0.0), math.fmod(-7, 3), math.modf(-3.25), math.frexp(8), math.ldexp(0.5, 4), math.hypot(3, 4), math.dist([0, 0], [3, 4]), math.degrees(math.pi), math.log(8, 2), math.log10(1000), math.log2(2**70), math.exp(0), math.pow(2, 3), math.atan2(1, 1) * 4)
print(math.floor(1e20), math.factorial(25), math.log(10**400) > 921, math.gcd(), math.ulp(1.0), math.remainder(7, 4), math.radians(180))
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.exp(1000), lambda: math.floor(math.inf), lambda: math.sqrt('x'), lambda: math.isqrt(-1), lambda: math.comb(-1, 2), lambda: math.acos(2)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
