# Float operators, division rules, infinities, signed zeros and comparisons.
from math import inf, nan, copysign

for source in r'''
[(x // y, x % y, divmod(x, y)) for x in (7.5, -7.5) for y in (2.0, -2.0)], 5.0 // inf, -5.0 // inf, 5.0 % inf, -5.0 % inf, 5.0 % -inf, 0.0 % -5.0, -0.0 % 5.0, 1.0 // 0.1, 1.0 % 0.1, 0.3 // 0.1
inf + 1, inf - inf, inf * 0, inf / inf, -inf * -1, inf // 1, inf % 1, nan + 1, 1 / inf, -1 / inf, 0.0 * -1, 0.0 + -0.0, -0.0 + -0.0, -0.0 - 0.0, 1e308 + 1e308, 1e308 * 1e308, 5e-324 / 2
2.0 ** 3, 2 ** 0.5, 4 ** -0.5, (-8.0) ** 2, (-8.0) ** 3, (-8.0) ** (1/3), 0.0 ** 0, nan ** 0, 1 ** nan, inf ** 0, inf ** -1, 0.5 ** inf, 2 ** inf, (-1) ** inf, (-2.0) ** 0.5, 1e-5 ** 3, 10.0 ** 308, (-inf) ** 3, (-inf) ** 2, 0.0 ** inf, 2.0 ** -1074
1.5 + 1, 1 + 1.5, 1.5 - True, 2 * 1.5, 7 // 2.0, 7 % 2.5, -7 % 2.5, 7 / 2.0, 1.5 + 10**20, 10**20 // 1e10, 10**400 > 1.5, 1.5 < 10**400, 1.5 + 1j, 3.0 == 3, 3.0 == 3 + 0j, 0.1 + 0.2 == 0.3, divmod(7, 2.5), divmod(-7.5, 2)
nan == nan, nan != nan, nan < 1, nan > 1, nan >= nan, nan in [nan], [nan] == [nan], inf == inf, inf > 10**400, -inf < -10**400, 0.0 == -0.0, copysign(1, -0.0), {0.0: 'a', -0.0: 'b'}, {1: 'a', 1.0: 'b', True: 'c'}
max(1.0, nan), max(nan, 1.0), min(1.0, nan), min(nan, 1.0), max(0.0, -0.0), max(-0.0, 0.0), min(1, 1.0), max(1, 1.0), max(True, 1), sorted([3.5, -inf, 2, inf, -0.0])
9007199254740993 == 9007199254740992.0, 9007199254740993 > 9007199254740992.0, 2**53 + 1.0, 1e16 + 1, (0.1).__eq__(1), (1.5).__eq__('a'), (1.5).__lt__('a'), (1.5).__add__('a'), (1.5).__add__(1), (1.5).__radd__(1), (1.5).__rsub__(2), (2.0).__rpow__(3), (2.0).__rtruediv__(1), (7.0).__rmod__(9), (2.0).__rfloordiv__(9), (2.0).__rdivmod__(9), (2.0).__pow__(3), (1.5).__neg__(), (-1.5).__abs__()
1.0 / 0
1.0 // 0
1.0 % 0
divmod(1.0, 0.0)
0.0 ** -1
1e200 ** 2
1.5 + 'a'
1.5 & 1
1.5 | 2
1.5 << 1
~1.5
1.5 // 'a'
1.5 % None
1.5 ** []
1.5 < 'a'
None >= 1.5
1.5 < 1j
divmod(1.5, 'a')
1.5 + 10**400
10**400 * 1.0
10**400 / 2.0
pow(2.5, 2, 3)
pow(2, 2.5, 3)
sum([0.5, 0.25, 1]), sum([1, 2.5]), sum([0.5], 1), sum([1, 2], 0.5), sum([True, 1.5]), sum([10**20, 1.0])
int(1e300) % 10**10, int(-1.5), 1e15.__int__(), 1.5.__trunc__(), float(2**53 + 1), float(-2**63), float(10**22), float(10**23), float(2**1023)
float(2**1024)
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
