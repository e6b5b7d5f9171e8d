# The % operator with strings, objects, mappings and its errors.
class C:
    def __str__(self): return 'C-str'
    def __repr__(self): return 'C-repr'
    def __index__(self): return 7
    def __float__(self): return 2.5
class M(dict):
    def __missing__(self, key): return f'<{key}>'
c = C()

for source in r'''
'%s' % 'a', '%s' % 1, '%s %s' % ('a', None), '%s' % (c,), '%r' % c, '%a' % 'é', '%s' % [1, 'a'], '%s' % {'a': 1}, '%%' % (), '%s%%' % 5
'%5s|%-5s|%.2s|%5.1s|%-6.3s|' % ('ab', 'ab', 'abc', 'abc', 'abcdef'), '%05s' % 'ab', '%+s' % 'a', '%#s' % 'a', '% s' % 'a'
'%*s|%-*s|%.*s' % (5, 'a', 4, 'b', 2, 'xyz'), '%*d' % (-5, 3) + '|', '%*.*f' % (8, 2, 3.14159), '%.*s' % (-1, 'abc')
'%c%c' % ('x', 65), '%c' % 0x1f600, '%5c|' % 'a', '%-3c|' % 66, '%c' % '😀'
'%(a)s %(b)d %(a)r' % {'a': 'x', 'b': 2}, '%(a b)s' % {'a b': 1}, '%()s' % {'': 1}, '%(k)s' % M(), '%(a)5.1f|' % {'a': 2.25}, '%(a(b)c)s' % {'a(b)c': 1}
'%s' % (1, ) , '%s' % ((1, 2),), 'x' % (), 'x' % {}, 'x' % [], '%s' % b'a', '%s' % None, '%s' % ()  if False else ''
'%d' % 3.9, '%d' % True, '%d' % -0.5, '%i' % 10**20, '%u' % 5, '%d' % c if False else '', '%x' % c, '%f' % c, '%e' % c
'%s %s' % 'a'
'%s' % ('a', 'b')
'%s' % ()
'x' % 1
'x' % (1,)
'%d' % 'a'
'%d' % None
'%d' % 1j
'%i' % '5'
'%x' % 1.5
'%x' % 'a'
'%o' % None
'%f' % 'a'
'%e' % None
'%c' % 'ab'
'%c' % -1
'%c' % 0x110000
'%c' % 1.5
'%c' % ''
'%c' % None
'%y' % 1
'%' % 1
'%5' % 1
'%(a' % {'a': 1}
'%(a)s' % 1
'%(a)s' % (1,)
'%(a)s' % {}
'%*s' % ('a', 'b')
'%.*f' % (1.5, 1)
'%s' % {'a': 1}, '%s' % {}, '%s and %s' % ({}, [])
'%(a)s %s' % {'a': 1}
'%(a)*d' % {'a': 1}
'%é' % 1
'%z' % 1
'%ld %hd %Ld' % (1, 2, 3), '%lld' % 1 if False else ''
'%d' % float('nan')
'%d' % float('inf')
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
