# A tour, as tutorials give it: calls and unpacking.
def f(a, b=2, /, c=3, *args, d, e=5, **kw): return (a, b, c, args, d, e, kw)
print(f(1, d=4), f(1, 2, 3, 4, d=5, z=6), f.__defaults__, f.__kwdefaults__)
import inspect; print(inspect.signature(f), list(inspect.signature(f).parameters.values())[3].kind)
for call in ('f()', 'f(1)', 'f(1, 2, b=3, d=1)', 'f(a=1, d=2)', 'f(1, d=1, d=2)', 'f(*[1], **{"d": 2, 1: 3})', 'f(1, *5)', 'f(1, **5)', 'f(1, c=2, d=3, **{"c": 4})'):
    try: print(eval(call))
    except (TypeError, SyntaxError) as e: print(call, type(e).__name__, e)
def g(): return g.x
try: g()
except AttributeError as e: print(e)
try: print(undefined_nam)
except NameError as e: print(e, e.name)
def h():
    print(loc)
    loc = 1
try: h()
except UnboundLocalError as e: print(e)
a, *b, c = range(5); print(a, b, c); (x, y), z = (1, 2), 3; print(x, y, z)
try: a, b = 1, 2, 3
except ValueError as e: print(e)
try: a, b, *c = [1]
except ValueError as e: print(e)
try: a, b = 5
except TypeError as e: print(e)
print({**{'a': 1}, 'b': 2}, [*range(3), *'ab'], (lambda *a, **k: (a, k))(1, b=2))
match {'t': 'p', 'x': [1, 2, 3], 'k': 1}:
    case {'t': 'p', 'x': [1, *rest], **o} if len(rest) > 1: print(rest, o)
match (1, 'a', 2.5):
    case (int(i), str() as s, float() | None): print(i, s)
print(f'{3.14159:.2f} {"x":>5} {1000000:,} {255:#x} {0.5:%} {"a"!r} {[1,2]!s:>10} {5=} {3:05d} {-3:+} {1e10:g} {True:d} {"abc":.2}')
print('%s %r %05.1f %x %-5s| %+d %%' % ('a', 'b', 2.55, 255, 'l', 3), '{0[a]} {1.real} {:>{w}}'.format({'a': 1}, 5, w=3) if 0 else '', '{:>{w}}'.format(1, w=3), '{!r:^7}'.format('a'))
print(sorted('bAc', key=str.lower), sorted([(1, 'b'), (1, 'a')], reverse=True), max('a', 'bb', key=len), sum([[1], [2]], []), list(zip('ab', [1, 2, 3])), list(map(lambda a, b: a + b, [1, 2], [3, 4])), any([]), all([]), divmod(-7, 3), round(2.5), round(-1.55, 1), pow(3, -1, 7), abs(-3+4j), bin(-5), chr(9731), ord('a'))
print(0.1 + 0.2, 1e16, 1e-5, 123456789.123456789, float('nan'), -0.0, 2 ** 100, 7 // -2, -7 % 3, 1_000, 0b11, 0xff, 3 + 4j, complex('1+2j'), int('ff', 16), int.from_bytes(b'\x01\x00', 'big'), (255).to_bytes(2, 'little'), 10 .bit_length())
list(zip('ab', [1], strict=True))
