# Indexing, slicing, comparing, iterating and repeating str.
s = 'aäb€c😀'
class I:
    def __init__(self, n):
        self.n = n
    def __index__(self):
        return self.n

for source in r'''
len(s), s[0], s[1], s[-1], s[5], s[-6], s[True], s[I(3)]
s[1:4], s[:-1], s[::2], s[::-1], s[4:1:-1], s[-3:], s[10:], s[:100], s[3:3], s[5:2]
s[::-2], s[1::3], s[-1:-10:-1], s[I(1):I(3)], s[None:None:None], s[:0], s[:-100], s[-100:2]
s[10**30:], s[:10**30] == s, s[-10**30:2], s[::10**30], s[::-10**30]
s[6]
s[-7]
s[10**30]
s['a']
s[1.0]
s[None]
s[1, 2]
s[::0]
s['a':]
s[1.5:]
s[:I('x')]
s[I(None)]
del s[0]
s.__getitem__(2), s.__len__(), s.__contains__('b'), s.__add__('x'), s.__mul__(2), s.__rmul__(1)
s.__getitem__('x')
s.__add__(1)
s.__mul__('a')
s.__contains__(1)
list(s), list(reversed(s)), [*enumerate(s)][:3], ''.join(sorted(s)), max(s), min(s)
'a' < 'b', 'a' < 'A', 'a' < 'aa', '' < 'a', 'ä' > 'z', '😀' > '\uffff', 'abc' <= 'abc', 'b' >= 'abc'
'a' == 1, 'a' != 1, 'a' == b'a', 'a' == None, 'ä' == 'a\u0308', '1' == 1
'a' < 1
'a' >= None
'a' < b'a'
'a'.__lt__(1), 'a'.__eq__(1), 'a'.__eq__('a'), 'a'.__ne__('b'), 'a'.__ge__('b')
sorted(['b', 'B', 'a', 'Ä', 'ä', '', '10', '9']), sorted('hello', reverse=True)
hash('') , hash('a') == hash('a'), 'a' is 'a', bool(''), bool(' '), bool('0')
'abc'.__class__, 'a'.__sizeof__() > 0, isinstance('a', str), issubclass(str, object)
[*'ab'], {*'aab'} == {'a', 'b'}, (*'ab',), dict.fromkeys('ab'), tuple(zip('ab', 'cd'))
next(iter('xy')), list(iter('')), iter('a').__length_hint__(), type(iter('a')).__name__
str(), str('x'), str(1), str(None), str(1.0), str([1, 'a']), str(b'a'), str(object=5), str(str), str(str.upper)
str(b'\xc3\xa4', 'utf-8'), str(b'\xff', 'latin-1'), str(b'\xff', errors='replace'), str(b'abc', encoding='ascii'), str(bytearray(b'x'), 'utf8')
str('a', 'utf-8')
str(1, 'utf-8')
str(b'a', 1)
str(b'a', 'utf-8', 1)
str(b'\xff', 'utf-8')
str(b'a', 'nope')
str(1, 2, 3, 4)
str(foo=1)
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
