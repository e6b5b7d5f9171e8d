# complex: construction, text, operators, formatting and errors.
from math import inf, nan
class C:
    def __complex__(self): return 1+2j
class F:
    def __float__(self): return 2.5
class Sub(complex): pass
z = 3+4j

for source in r'''
complex(), complex(1), complex(1, 2), complex(1.5, -2), complex('1+2j'), complex(' 1-2J '), complex('j'), complex('-j'), complex('1e3-1e-3j'), complex('(1+2j)'), complex('inf+nanj'), complex(C()), complex(F()), complex(real=1, imag=3), complex(1j, 1j), complex('1_0j'), complex('3'), complex(imag=2), complex(True)
z, -z, +z, abs(z), z.real, z.imag, z.conjugate(), z + 1, 1 + z, z - 2.5, z * 2, z * z, z / 2, z / (1-1j), 1 / z, z ** 2, z ** 0, z ** -1, z ** 0.5, 2 ** z, z ** z, (-1) ** 0.5, 0j ** 0, 1j ** 2
1j, 0j, -0j, -1j, 1+0j, 0+1j, 1-1j, 1e20+1e-20j, complex(-0.0, 0.0), complex(0.0, -0.0), complex(-0.0, -0.0), complex(inf, nan), complex(nan, -inf), 1.5j, 100j, 1e16j, complex(1, -0.0)
z == 3+4j, z == 3, 3+0j == 3, 3+0j == 3.0, z != z, z == 'a', complex(nan, 0) == complex(nan, 0), hash(3+0j) == hash(3), hash(1j), hash(z), bool(0j), bool(1j), {1+0j: 'a'}[1], 2**53+1 == complex(2**53)
format(z), format(z, ''), format(z, '.2f'), format(z, '>15'), format(z, '<15.1f') + '|', format(z, 'e'), format(z, 'g'), format(z, '+.1f'), format(1j, ''), format(1234567+1j, ',.1f'), format(z, '.3'), format(complex(inf, nan), 'f'), format(z, '^12'), format(1.5-2j, '#.0f')
str(z), repr(z), '%s' % z, f'{z!r} {z:.1f}', Sub(1, 2), repr(Sub(1)), type(Sub(1) + 1), z.__getnewargs__(), z.__complex__(), z.__bool__(), z.__add__(1), z.__radd__(1), z.__add__('a'), z.__eq__(3), z.__lt__(1), z.__pow__(2), z.__rpow__(2), z.__rtruediv__(1), z.__neg__(), z.__abs__()
sum([1j, 2, 3.5]), sum([], 1j), max([z, z], key=abs), sorted([2j, 1j], key=abs), pow(z, 2), pow(2, 1j), round(abs(1+1j), 3), inf * 1j, 1j * inf, (1+1j) * inf, (1e200+0j) * 1e-200
complex('')
complex('1+')
complex('1 + 2j')
complex('a')
complex('1+2')
complex('1j+2')
complex('(1+2j')
complex('1', 2)
complex(1, '2')
complex(None)
complex([])
complex(1, None)
complex(b'1')
z < 1
z > z
z // 1
z % 2
divmod(z, 1)
int(z)
float(z)
round(z)
z & 1
z / 0
0j ** -1
0j ** 1j
pow(z, 2, 3)
abs(complex(1e308, 1e308))
(1e300+1j) ** 2
format(z, 'd')
format(z, '=10')
format(z, '010')
format(z, '%')
format(z, 's')
max(z, 1)
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
