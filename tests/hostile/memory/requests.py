import array, collections, io, itertools, json, math, random, re, struct, string, textwrap, decimal, fractions, operator, copy, functools
big = 10 ** 10
text = 'a' * 10_000_000
data = b'a' * 10_000_000
items = list(range(100_000))
deep = []
for _ in range(10): deep = [deep] * 100
deep_tuple = ()
for _ in range(10): deep_tuple = (deep_tuple,) * 100
deep_dict = {}
for _ in range(10): deep_dict = dict.fromkeys(range(100), deep_dict)
Decimal = decimal.Decimal
# Each of these lines wants more than there is:
'a' * big
'ab' * 2 ** 62  # OverflowError
b'ab' * big
[0] * 10 ** 9
[0, 1] * big
(0,) * 10 ** 9
bytearray(10 ** 12)
bytes(10 ** 12)
bytearray(b'ab') * big
x = [0]; x *= big
x = bytearray(b'a'); x *= big
10 ** 10 ** 10
2 ** 10 ** 8
1 << 10 ** 9
1 << 10 ** 18
-1 << 10 ** 9
pow(2, 10 ** 9)
math.factorial(10 ** 8)
math.comb(10 ** 9, 10 ** 8)
math.perm(10 ** 9, 10 ** 8)
math.prod([1 << 30_000_000] * 10)
list(range(10 ** 9))
tuple(range(10 ** 9))
set(range(10 ** 9))
dict.fromkeys(range(10 ** 9))
bytes(range(256)) * big
list(itertools.repeat(0, 10 ** 9))
list(itertools.product(range(1000), repeat=3))
list(itertools.permutations(range(12)))
list(itertools.combinations(range(40), 20))
list(itertools.chain.from_iterable(itertools.repeat('abc', 10 ** 9)))
list(itertools.islice(itertools.count(), 10 ** 9))
list(zip(range(10 ** 9), range(10 ** 9)))
list(map(str, range(10 ** 9)))
list(enumerate(range(10 ** 9)))
[x for x in range(10 ** 9)]
[*range(10 ** 9)]
(lambda *a: None)(*range(10 ** 9))
a, *b = range(10 ** 9)
sorted(range(10 ** 9))
list(reversed(range(10 ** 9)))
items[:] = range(10 ** 9)
items.extend(range(10 ** 9))
items += range(10 ** 9)
'%1000000000d' % 1
'%.1000000000d' % 1
'%*d' % (10 ** 9, 1)
'%.1000000000f' % 1.5
b'%1000000000d' % 1
f'{1:>1000000000}'
f'{1:01000000000}'
f'{1.5:.1000000000f}'
f'{"x":é>200000000}'
'{:>1000000000}'.format('x')
'{:>{}}'.format('x', 10 ** 9)
format('x', '1000000000')
format(1j, '>1000000000')
'x'.ljust(10 ** 9)
'x'.rjust(10 ** 9)
'x'.center(10 ** 9)
'x'.zfill(10 ** 9)
b'x'.ljust(10 ** 9)
b'x'.zfill(10 ** 9)
b'x'.center(10 ** 9)
('\t' * 1000).expandtabs(10 ** 9)
(b'\t' * 1000).expandtabs(10 ** 9)
text.replace('a', 'b' * 1000)
text.replace('', 'b' * 1000)
data.replace(b'a', b'b' * 1000)
text.translate({97: 'b' * 1000})
text.join(['b'] * 1000)
data.join([b'b'] * 1000)
text.split('a')
list(text)
(text + ' ').encode('utf-32') * 10
data.split(b'a')
data.hex(' ') * 10
repr('\x00' * 60_000_000) * 2
repr(deep)
str(deep_tuple)
f'{deep_dict}'
'%s' % (deep,)
'{}'.format(deep)
ascii(deep)
copy.deepcopy(items * 200)
(1).to_bytes(10 ** 10, 'big')
(1).to_bytes(10 ** 18, 'little')
random.getrandbits(10 ** 10)
random.randbytes(10 ** 10)
random.choices('ab', k=10 ** 9)
struct.pack('1000000000s', b'')
struct.pack('1000000000x')
struct.unpack('1000000000s', b'')  # error
array.array('b', bytes(10 ** 9))
array.array('i', [0]) * big
collections.deque(range(10 ** 9))
collections.deque([0]) * 10 ** 9
collections.Counter(range(10 ** 9))
collections.deque([1, 2]) * 2 ** 61
io.StringIO().write('a' * big)
x = io.BytesIO(); x.seek(10 ** 12); x.write(b'a')
x = io.StringIO(); x.seek(10 ** 12); x.write('a')
textwrap.indent('a\n' * 10_000_000, 'b' * 100)
textwrap.fill('a ' * 10, 1) * big
string.Template('$a' * 10_000_000).substitute(a='b' * 100)
re.sub('a', 'b' * 1000, text)
re.findall('a', text)
re.split('a', text)
re.escape('.' * 40_000_000)
int(Decimal('1e999999999'))
'{:f}'.format(Decimal('1e999999999'))
fractions.Fraction(10) ** 10 ** 9
fractions.Fraction('1e1000000000')
int('1' + '0' * 4000) ** 100_000
functools.reduce(operator.mul, [1 << 10_000_000] * 10)
exec('x = 1\n' * 20_000_000)
eval('[' + '0,' * 20_000_000 + ']')
eval('+'.join(['1'] * 10_000_000))
memoryview(bytes(40_000_000)).tolist()
[x for x in memoryview(bytes(40_000_000))]
bytes(40_000_000).decode('utf-16')
'ab'.encode('utf-32') * big
list(bytes(40_000_000))
tuple('a' * 40_000_000)
set(map(str, range(10 ** 8)))
{i: i for i in range(10 ** 9)}
class_ = type('A', (), {str(i): i for i in range(10 ** 8)})
print('a' * 10 ** 9)
input('a' * 10 ** 9)
int.from_bytes(b'a' * big, 'big')
'\ud800' * 10 ** 9
x = [0] * 1000; x[::1] = [0] * 10 ** 9
slice(0, 10 ** 18).indices(10 ** 18) and list(range(10 ** 18))
max([0] * 10 ** 9)
len(str(list(range(10 ** 7))) * 10)
x = 'ab' * 1000; exec('x += x\n' * 40)
x = [0]; exec('x += x\n' * 40)
x = b'ab'; exec('x += x\n' * 40)
x = (0,); exec('x += x\n' * 40)
x = bytearray(b'ab'); exec('x += x\n' * 40)
