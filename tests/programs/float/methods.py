# Methods of float: hex, fromhex, as_integer_ratio, is_integer and round.
from math import inf, nan

for source in r'''
(1.0).hex(), (0.1).hex(), (-0.0).hex(), (0.0).hex(), (255.5).hex(), (5e-324).hex(), (1e308).hex(), inf.hex(), nan.hex(), (-inf).hex(), (3.14).hex(), (2.0**-1022).hex(), (1e-310).hex()
float.fromhex('0x1.8p1'), float.fromhex('1.8'), float.fromhex('-0x1p-2'), float.fromhex('ff'), float.fromhex(' 0x.8 '), float.fromhex('inf'), float.fromhex('-nan'), float.fromhex('0x1p-1074'), float.fromhex('0x1p-1075'), float.fromhex('0x1.fffffffffffff8p1023') if False else '', float.fromhex('1p+3'), float.fromhex('0X1.P0'), float.fromhex('Infinity')
float.fromhex('0x1.00000000000008p0'), float.fromhex('0x1.000000000000081p0'), float.fromhex('0x1.00000000000018p0'), float.fromhex('0x123456789abcdef01'), float.fromhex('0x0p99999')
float.fromhex('')
float.fromhex('x')
float.fromhex('0x')
float.fromhex('0x1p')
float.fromhex('0x1p2000')
float.fromhex('1..2')
float.fromhex('0x1 p1')
float.fromhex(1)
float.fromhex('0xg')
(1.5).as_integer_ratio(), (0.1).as_integer_ratio(), (-2.0).as_integer_ratio(), (0.0).as_integer_ratio(), (-0.0).as_integer_ratio(), (1e20).as_integer_ratio(), (5e-324).as_integer_ratio()[0]
inf.as_integer_ratio()
nan.as_integer_ratio()
(1.5).is_integer(), (2.0).is_integer(), (-0.0).is_integer(), inf.is_integer(), nan.is_integer(), (1e300).is_integer()
round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(2.675, 2), round(2.5, 0), round(-2.5, 0), round(1234.5678, -2), round(1e20), round(1.25, 1), round(1.35, 1), round(5.015, 2), type(round(1.5)), type(round(1.5, 0)), round(1.5, None)
round(inf, 2), round(nan, 2), round(1e300, 400), round(1e-300, 300), round(123.456, -3), round(567.0, -3), round(-0.4), round(0.1, 400), round(1.5, -400), round(1e308, -308), round(1.7e308, -308) if False else ''
round(inf)
round(nan)
round(1.5, 'a')
round(1.5, 1.0)
round('a')
round()
round(number=2.7), round(2.567, ndigits=1)
(2.5).__round__(), (2.5).__round__(0), (2.7).__trunc__(), (-2.7).__trunc__(), (2.2).__ceil__(), (-2.2).__floor__(), (2.5).__int__(), (2.5).__float__(), (0.0).__bool__(), (2.5).real, (2.5).imag, (2.5).conjugate(), abs(-2.5), abs(-0.0), +(-2.5), -0.0
inf.__trunc__()
nan.__int__()
inf.__floor__()
hash(1.0), hash(0.5), hash(0.1), hash(-0.5), hash(inf), hash(-inf), hash(1e300), hash(0.0) == hash(-0.0), hash(2.0**61), hash(1e-300), hash(-1.0)
float.__doc__ is None or True, float.fromhex.__name__, (1.5).hex.__name__, float.is_integer(4.0)
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
