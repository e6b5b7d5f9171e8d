# The format specification of floats.
from math import inf, nan, pi

for source in r'''
[format(pi, s) for s in ('', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%', '.0f', '.1f', '.10f', '.0e', '.3e', '.3g', '.0g', '.15g', '.17g', '.3', '.0', '.10')]
[format(pi, s) for s in ('10', '<10.2f', '>10.2f', '^10.2f', '=10.2f', '010.2f', '+.2f', ' .2f', '-.2f', '*^12.3f', '+010.3f', '=+10.2f', '#.0f', '#.0e', '#.3g', '#g')]
[format(-pi, s) for s in ('10.2f', '010.2f', '=10.2f', '*=10.2f', '^10.2f', '+.2f', ' .2f')]
[format(1234567.891, s) for s in (',', '_', ',.2f', '_.2f', '15,.2f', '015,.2f', '020,.1f', ',.0f', ',e', ',g', ',.3g', ',%', '_.10g', ',.10g')]
[format(x, '') for x in (1e15, 1e16, 1e-4, 1e-5, 1e100, 100.0, -0.0, inf, nan)], [format(x, '.3') for x in (1e15, 123.0, 1234.0, 0.00001, 100.0, 1.0)]
[format(inf, s) for s in ('', 'f', 'F', 'e', 'E', 'g', 'G', '%', '+', '010', '10', '<10', '^10', ',', '.2f')], [format(-inf, s) for s in ('', '010', '+', 'F')], [format(nan, s) for s in ('', '+', ' ', '010', 'F', '%', '=+8')]
[format(0.0, s) for s in ('', 'e', 'f', 'g', '%', '.0f', '#.0f', '+', '05', '.3', '.0e')], [format(-0.0, s) for s in ('', 'f', 'g', '.0f', '+', 'z', 'z.1f', 'z+.1f')], format(-0.001, 'z.1f'), format(-0.05, '.1f'), format(0.04, '-.1f')
[format(x, '.0f') for x in (0.5, 1.5, 2.5, -0.5, 1e22, 0.49999999999999994)], [format(x, '.1f') for x in (0.25, 0.35, 0.45, 0.05, 1e15 + 0.25)], [format(x, '.2f') for x in (1.005, 2.675, 1.115, 0.125)]
[format(x, 'g') for x in (1e5, 1e6, 123456.0, 1234567.0, 0.0001, 0.00001, 1e-10, 100000.0, 999999.5)], [format(x, '#g') for x in (1.0, 1e5, 1e6, 0.0001)], [format(x, '.3g') for x in (0.00012345, 123.456, 1234.56, 99999)]
[format(x, '%') for x in (0.5, 0.12345, 1, 1e-5, -0.25)], [format(0.12345, s) for s in ('.1%', '.0%', '8.2%', '<8.1%', '+.1%', '08.1%', '#.0%')]
format(1e300, 'f')[:20], format(1e-300, '.310f')[-12:], format(0.1, '.55f'), format(2.0**-30, '.40f'), format(123456789.123456789, '.20g'), format(5e-324, '.3e'), format(1.7976931348623157e308, '.17e')
f'{pi:.{3}f} {pi:{8}.{2}} {pi!r:.4} {pi:>{10}} {pi=:.2f} {pi = }', '{:.2%} {:e}'.format(0.123, 12), '%s' % format(3, '.2f'), '{:08.3f}'.format(-3.14159)
format(1.5, 'd')
format(1.5, 'x')
format(1.5, 's')
format(1.5, 'c')
format(1.5, 'b')
format(1.5, ',n')
format(1.5, '_n')
format(1.5, '.')
format(1.5, '.f')
format(1.5, 'ff')
format(1.5, '.2.3f')
format(1.5, '+-f')
format(1.5, ',_f')
format(1.5, 'q')
format(1.5, '99999999999f')
format(1.5, 'zz')
format(1.5, '.99999999999999f')
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
