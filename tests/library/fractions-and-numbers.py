# fractions.Fraction and the numbers tower.
from fractions import Fraction as F
import numbers
import math

for source in r'''
F(), F(3), F(1, 2), F(2, 4), F(-1, 2), F(1, -2), F('1/3'), F(' -0.125 '), F('1e-3'), F('3'), F(0.5), F(1.1), F(F(1, 3), 2), F(numerator=1, denominator=3), F(True), F('1_0/3')
str(F(1, 2)), str(F(3)), repr(F(-1, 3)), F(7, 2).numerator, F(7, 2).denominator, F(7, 2).as_integer_ratio(), F.from_float(0.25), F(math.pi).limit_denominator(100), F(1, 3).limit_denominator(2)
F(1, 2) + F(1, 3), F(1, 2) - 1, 2 * F(1, 3), F(1, 2) / F(3, 4), F(7, 2) // 1, F(7, 2) % 1, divmod(F(7, 2), F(1, 2)), F(1, 2) ** 2, F(2, 3) ** -2, F(1, 4) ** 0.5, F(4) ** F(1, 2), 2 ** F(3), F(1, 2) + 0.5, F(1, 2) + 1j, 1 / F(1, 3), -F(1, 2), +F(1, 2), abs(F(-1, 2)), 1 - F(1, 4), 3 // F(1, 2), 7 % F(2)
F(1, 2) == 0.5, F(1, 2) == F(2, 4), F(1, 3) < F(1, 2), F(3) == 3, F(1, 2) > 0.25, F(1, 3) != 1/3, F(1, 2) <= 1, hash(F(1, 2)) == hash(0.5), hash(F(3)) == hash(3), bool(F(0)), F(1, 2) == 'a', F(1, 2) < float('inf'), {F(1, 2): 1}[0.5]
round(F(5, 2)), round(F(7, 2)), round(F(1, 3), 2), round(F(12345), -2), math.floor(F(-7, 2)), math.ceil(F(-7, 2)), math.trunc(F(-7, 2)), int(F(7, 2)), float(F(1, 3)), complex(F(1, 2)), F(1, 2).real, F(1, 2).imag, F(1, 2).conjugate(), sum([F(1, 3)] * 3), max(F(1, 2), F(2, 3)), sorted([F(1, 2), 0.3, 1])
isinstance(F(1), numbers.Rational), isinstance(1, numbers.Integral), isinstance(1.0, numbers.Real), isinstance(1j, numbers.Complex), isinstance(1.0, numbers.Rational), isinstance(True, numbers.Integral), issubclass(int, numbers.Number), issubclass(numbers.Integral, numbers.Rational), isinstance('a', numbers.Number)
F(1, 0)
F('1/0')
F('a')
F('1/')
F('1 / 2')
F(1.5, 2)
F('1', 2)
F(float('nan'))
F(float('inf'))
F(1, 2) / 0
F(1, 2) // 0
F(1, 2) + 'a'
F(1, 2) < 'a'
F(0) ** -1
F.from_float('a')
F(1, 3).limit_denominator(0)
F(1, 2).numerator + 'a'
f'{F(1, 2)}', '%s' % F(1, 2), F(10**20, 3), F(1, 10**20) + 1, F(0.1).limit_denominator(), F(1, 2).__reduce__()[1]
F(1, 2).__class__.__mro__[1].__name__, F(5, 3).__round__(), type(F(1) + 1), type(F(1) + 1.0), F(-7, 2) % 2, F(-7, 2) // 2, divmod(F(-7, 2), 2)
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
