# `comb` and `perm` of numbers beyond 64 bits, and which argument errors come first.
import math


def told(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


big = 2 ** 70
for n in 0, 1, 5, 7, -1, big, -big:
    for k in 0, 1, 2, 9, -1, big, big - 1, big - 2, None:
        told(lambda: math.comb(n, k))
        told(lambda: math.perm(n, k))
told(lambda: math.comb(2 ** 200, 2 ** 100))
told(lambda: math.perm(2 ** 200, 2 ** 100))
for number in '', 2.5, 2 ** 2000:
    for exponent in '', None, 1, True, 2.5, 2 ** 70:
        told(lambda: math.ldexp(number, exponent))
