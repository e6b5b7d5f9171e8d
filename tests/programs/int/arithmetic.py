# Integer operators, division rules and big numbers.
a, b, big = 17, 5, 10**30

for source in r'''
[(x // y, x % y, divmod(x, y)) for x in (17, -17) for y in (5, -5)], 7 // 1, 0 // 5, 0 % -5, -1 // 10**20, -1 % 10**20
[(big // y, big % y) for y in (7, -7, 10**15 + 1, -(10**15 + 1), big, big + 1, -big - 1)], -big // 7, -big % 7, divmod(-big, 10**16)
a / b, 6 / 3, -7 / 2, big / 3, big / 10**29, 1 / 10**320 if False else '', (10**400) / (10**399), 3 / big, 2**1023 / 1, 1 / 3, 10**16 / 3
2**10, 2**-1, (-2)**3, (-2)**-3, 0**0, 0**5, 2**100, (-3)**51, 10**-2, 1**-1, (-1)**-1, 4**0.5, (-8)**(1/3), 2**True
pow(3, 4, 5), pow(3, -1, 7), pow(-3, 3, 7), pow(3, 4, -5), pow(2, 1000, 10**9 + 7), pow(0, 0, 1), pow(5, 0, 1), pow(2, -3, 11), pow(big, big, 97), pow(7, 2, mod=5), pow(base=2, exp=5)
a & b, a | b, a ^ b, ~a, ~-1, ~big, -17 & 5, -17 | 5, -17 ^ 5, -17 & -5, big & -1, -big & 0xffff, -big | 1, -big ^ big, big ^ (big - 1)
1 << 100, -1 << 70, big >> 10, -big >> 10, -1 >> 100, 1 >> 1000, 5 >> 1, -5 >> 1, 0 << 10**10, 5 << 0, big >> 10**5, -big >> 10**20
(2**64 - 1) * (2**64 - 1), 12345678901234567890 * 98765432109876543210, -2**63, -2**63 - 1, 2**63 - 1 + 1, (2**31) * (2**32), -(-2**63), abs(-2**63), 2**63 // -1, (-2**63) // -1, (-2**63) % -1
+a, -a, -0, abs(-5), abs(big), not a, bool(0), True + True, True * 3, True / 2, -True, ~True, True & 1, True | False, type(True & True), type(True & 1), True ^ True
a == 17.0, big == float(big), 2**53 == float(2**53), 2**53 + 1 == float(2**53), 2**53 + 1 > float(2**53), 10**400 > float('inf'), 10**400 < float('inf'), -10**400 < float('-inf'), 1 < float('nan'), big < 1e31
a.bit_length(), (0).bit_length(), (-8).bit_length(), big.bit_length(), a.bit_count(), (-7).bit_count(), big.bit_count(), (255).bit_count(), (0).bit_count()
a.conjugate(), a.real, a.imag, a.numerator, a.denominator, a.as_integer_ratio(), True.numerator, type(True.real), True.as_integer_ratio()
(5).__index__(), (5).__int__(), (5).__float__(), (5).__bool__(), (0).__bool__(), (5).__trunc__(), (5).__floor__(), (5).__ceil__(), (5).__round__(), (1250).__round__(-2), (1350).__round__(-2), (-15).__round__(-1), (25).__round__(-1), (5).__round__(3)
round(12345, -2), round(15, -1), round(25, -1), round(35, -1), round(-25, -1), round(5, -1), round(5, -2), round(99, -2), round(big + 55, -2), round(7, 10**10) , round(7, -10**3), round(True), round(True, -1)
(3).__add__(4), (3).__add__(4.0), (3).__radd__(4), (3).__sub__(1), (3).__rsub__(1), (7).__floordiv__(2), (2).__rfloordiv__(7), (7).__divmod__(2), (2).__rdivmod__(7), (2).__pow__(3), (2).__pow__(3, 5), (2).__rpow__(3), (7).__truediv__('a'), (7).__mod__(None), (1).__lshift__(3), (1).__and__(1.0), (3).__eq__('a'), (3).__lt__(2.5)
1 // 0
1 % 0
1 / 0
divmod(1, 0)
big // 0
0 ** -1
pow(2, 3, 0)
pow(2, -1, 4)
pow(2, 3, 1.5)
pow(2.0, 3, 5)
pow('a', 2)
pow(2, 'a')
pow(2, 2, 'a')
1 << -1
1 >> -1
1 << 'a'
1 & 1.0
~1.5
10**400 / 3
1 / 10**400, 10**400 // 10**399
float(10**400)
1 + 'a'
'a' * 1.0
None + 1
[] - 1
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
