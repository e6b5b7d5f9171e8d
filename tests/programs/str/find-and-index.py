# str.find, rfind, index, rindex and count with bounds, empty needles and wrong arguments.
s = 'abracadabra'
class I:
    def __index__(self):
        return 3

for source in r'''
s.find('abra'), s.rfind('abra'), s.index('bra'), s.rindex('bra')
s.find('abra', 1), s.find('abra', 7), s.find('abra', 8), s.rfind('abra', 0, 10)
s.find('a', -1), s.find('a', -100, -11), s.find('a', -11, 1), s.find('b', 2, 8)
s.find(''), s.find('', 5), s.find('', 11), s.find('', 12), s.find('', 5, 4)
s.rfind(''), s.rfind('', 5), s.rfind('', 11), s.rfind('', 12), s.rfind('', 0, 4)
''.find(''), ''.rfind(''), ''.find('a'), ''.count(''), ''.count('a')
s.find('x'), s.rfind('x'), s.find(s), s.find(s + 'x')
s.find('a', I()), s.find('a', None, I()), s.find('b', None, None), s.count('a', I(), None)
s.count('a'), s.count('abra'), s.count('ab', 1), s.count('a', 0, -1), s.count('a', 3, 8)
s.count(''), s.count('', 3), s.count('', 3, 6), s.count('', 11), s.count('', 12), s.count('', 6, 3)
'aaaa'.count('aa'), 'aaaa'.count('aaa'), 'aaaaa'.rfind('aa'), 'aaaaa'.find('aa', 1)
'äöü€😀x'.find('😀'), 'äöü€😀x'.find('x'), 'äöü€😀x'.rfind('ü'), 'äöü€😀x'.index('€', 2, 4)
'äöü€😀x'.count('😀', 0, 4), 'äöü€😀x'.count('😀', 0, 5), '😀😀'.count('😀')
s.index('x')
s.rindex('x')
s.index('')
s.index('', 12)
s.rindex('abra', 8)
s.find(1)
s.find(b'a')
s.find(None)
s.index(None)
s.count(3)
s.find('a', 'b')
s.find('a', 1.5)
s.find(sub='a')
s.find('a', 10**30), s.find('a', -10**30, 10**30), s.rfind('a', 0, 10**30)
'a' in s, '' in s, 'ac' in s, 'zz' in s, '' in ''
1 in s
None in s
b'a' in s
s.startswith('abra'), s.startswith('bra', 1), s.startswith(('x', 'ab')), s.startswith(())
s.endswith('abra'), s.endswith('abr', 0, -1), s.endswith(('x', 'ra')), s.endswith('')
s.startswith('', 11), s.startswith('', 12), s.endswith('', 12), s.endswith('', 0, 0)
s.startswith('a', 5, 3), s.startswith('', 5, 3), s.startswith('abra', -4), s.endswith('a', -1)
s.startswith(['a'])
s.startswith(('a', 1))
s.startswith(('x', 1))
s.endswith(1)
s.endswith(('z', b'a'))
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
