# float() of text and objects, and the shortest text of floats.
class F:
    def __float__(self): return 2.5
class I:
    def __index__(self): return 3
class Bad:
    def __float__(self): return 1
class Sub(float): pass

for source in r'''
float(), float('1.5'), float(' -1.5\n'), float('1e3'), float('1E-3'), float('.5'), float('5.'), float('1_0.5_0'), float('+1'), float('-0'), float('0x10') if False else ''
float('inf'), float('-Infinity'), float('+INF'), float('nan'), float('-NaN'), float('infinity'), float('iNf')
float(3), float(True), float(F()), float(I()), float(Sub(1.5)), type(float(Sub(1))), float(b'1.5'), float(bytearray(b' 2 ')), float('1e400'), float('-1e400'), float('1e-400'), float('٣.٥')
Sub('2.5'), repr(Sub(1)), type(Sub(1) + 1), Sub(2) == 2.0, Sub(), type(+Sub(1)), type(Sub(1.5).real)
1e15, 1e16, 1e17, 123456789012345678.0, 1e-4, 1e-5, 0.0001234, 0.00001234, 1e21, 1e22, 1.5e300, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308
0.1, 0.2, 0.1 + 0.2, 1/3, 2/3, 1e23, 9007199254740993.0, 1.1, 100.0, 1e2, 12345.678, 0.5, 1e100, 123e-7, 4.35, 0.3, 2**0.5, 1e-7, 1.0e-10
-0.0, 0.0, -1e-320, 3.0e8, 9999999999999998.0, 99999999999999990.0, 1e16 + 2, 0.1 * 3, 1 - 0.9, 1e308 * 10, -1e308 * 10
str(1e16), str(1.0), str(-0.0), str(1e-5), '%s' % 1e5, f'{1e16}', f'{1.0}', format(1.0), format(1e16, ''), str(float('nan'))
float('')
float(' ')
float('a')
float('1.5.2')
float('1e')
float('1_')
float('_1')
float('1__0')
float('1 2')
float('0x10')
float('in f')
float(None)
float([])
float(1j)
float(Bad())
float(object())
float(b'a')
float(b'\xff')
float('1\0')
float(1, 2)
float(x=1)
float('9' * 400), float('1' + '0' * 308), float('0.' + '0' * 320 + '1'), float('1' * 30), float('9007199254740992.5'), float('9007199254740993.00000000001'), float('2.4703282292062328e-324'), float('2.4703282292062327e-324')
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
