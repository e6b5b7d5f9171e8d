# abs, round, divmod, pow, bin, hex, oct, format and hash with objects that have own methods.
class N:
    def __abs__(self): return 'abs'
    def __round__(self, n='none'): return f'round {n}'
    def __divmod__(self, o): return 'divmod'
    def __rdivmod__(self, o): return 'rdivmod'
    def __pow__(self, o, m=None): return f'pow {o} {m}'
    def __rpow__(self, o): return f'rpow {o}'
    def __index__(self): return 10
    def __format__(self, spec): return f'format {spec!r}'
    def __hash__(self): return 7
    def __neg__(self): return 'neg'
    def __invert__(self): return 'invert'
    def __complex__(self): return 1j
    def __float__(self): return 1.5
    def __int__(self): return 3
    def __trunc__(self): return 9
    def __bool__(self): return False
    def __len__(self): return 5
    def __reversed__(self): return 'reversed'
    def __contains__(self, x): return 'yes'
    def __bytes__(self): return b'n'
class Bad:
    def __index__(self): return 'x'
    def __hash__(self): return 1.5
    def __len__(self): return -1
    def __bool__(self): return 1
    def __str__(self): return 5
    def __repr__(self): return None
    def __format__(self, s): return 1
    def __float__(self): return 'f'
    def __iter__(self): return 5
n, b = N(), Bad()

for source in r'''
abs(n), round(n), round(n, 2), divmod(n, 1), divmod(1, n), pow(n, 2), pow(n, 2, 3), pow(2, n), n ** 3, 3 ** n, bin(n), hex(n), oct(n), format(n), format(n, 'x'), f'{n:>5}', hash(n), -n, ~n, complex(n), float(n), int(n), bool(n), len(n), reversed(n), 1 in n, bytes(n), [0] * 11 > [0] * N().__index__(), 'abcdefghijkl'[n], chr(n), range(n)[-1]
bin(b)
hash(b)
len(b)
bool(b)
str(b)
repr(b)
format(b)
f'{b}'
float(b)
iter(b)
list(b)
[1][b]
'%s' % b
'%d' % n, '%x' % n, '%f' % n, '%5s|' % 'a'
abs('a')
round('a')
round(object(), 1)
divmod('a', 1)
pow('a', 'b')
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
