# int() of text, numbers, objects and bases.
class Int:
    def __int__(self): return 4
class Index:
    def __index__(self): return 5
class Trunc:
    def __trunc__(self): return 6
class Bad:
    def __int__(self): return 'x'
class Sub(int): pass

for source in r'''
int(), int('0'), int(' 42 '), int('-42'), int('+42'), int('\t\n42\x0b'), int('1_000'), int('0_0'), int('007'), int('\u2003٣\u2003')
int('ff', 16), int('0xff', 16), int('0XFF', 16), int('-0xff', 0), int('0b101', 0), int('0o17', 0), int('1_0', 0), int('0b1_0', 2), int('0x_ff', 16), int('0_0', 0)
int('z', 36), int('Zz', 36), int('10', 2), int('11', 3), int('0o7', 8), int('0b1', 16), int('7', base=8), int('00', 0), int('10', Index())
int(3.9), int(-3.9), int(1e20), int(True), int(Int()), int(Index()), int(Sub(7)), type(int(Sub(7))), int(b'12'), int(bytearray(b' 0x1f '), 16), int(b'1_1')
int('1' * 50), int('9' * 30, 10), int('f' * 20, 16), int(-1e15), int(2**100), int('-0'), int(-0.0)
type(Sub(3) + 1), type(Sub(3)), Sub(5) == 5, repr(Sub(5)), Sub('12', 5), Sub(), isinstance(Sub(), int), type(+Sub(1)), type(Sub(1).__int__())
int('')
int(' ')
int('a')
int('1 2')
int('1__0')
int('_1')
int('1_')
int('0x1')
int('0x', 16)
int('0b2', 2)
int('010', 0)
int('9', 8)
int('1.5')
int('--1')
int('+ 1')
int('1' , 1)
int('1', 37)
int('1', -2)
int('1', 'a')
int('1', 2.0)
int(1, 10)
int(1.5, 10)
int(base=10)
int(None)
int([])
int(1j)
int(float('nan'))
int(float('inf'))
int(float('-inf'))
int(Bad())
int(object())
int(b'\xff')
int('é')
int('1\x00')
int('a' * 300)
int('1', 10, 10)
int(x=1)
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
