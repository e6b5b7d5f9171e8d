# str.translate and str.maketrans.
class Table(dict):
    def __missing__(self, key):
        return chr(key).upper() if key < 110 else None
class Items:
    def __getitem__(self, key):
        if key == 98:
            raise LookupError
        if key == 99:
            raise KeyError(key)
        return key + 1

for source in r'''
str.maketrans('abc', 'xyz'), str.maketrans('abc', 'xyz', 'd'), str.maketrans({'a': 1, 98: 'y', 'c': None}), str.maketrans('', '')
'abcd'.translate(str.maketrans('abc', 'xyz')), 'abcd'.translate(str.maketrans('abc', 'xyz', 'd')), 'abcd'.translate({})
'abcd'.translate({97: 'ää', 98: None, 99: 0x1f600}), 'äbc'.translate({0xe4: 'ae'}), 'abc'.translate({ord('b'): ''})
'hello zoo'.translate(Table()), 'abcd'.translate(Items())
'abc'.translate(['x', 'y', 'z']), '\0\1\2\3'.translate(['x', 'y', 'z']), '\0\1\2\3'.translate(('x', None, 65))
'\0\1\2'.translate('abc'), '\0\1x'.translate('abc'), 'abc'.translate(str.maketrans('aab', 'xyz'))
'a'.maketrans('a', 'b'), 'zz'.translate('zz'.maketrans('z', 'y'))
str.maketrans('ab', 'x')
str.maketrans('ab')
str.maketrans(1)
str.maketrans({'ab': 1})
str.maketrans({1.5: 1})
str.maketrans({})
str.maketrans(1, 'a')
str.maketrans('a', 1)
str.maketrans('a', 'b', 1)
str.maketrans()
str.maketrans('a', 'b', 'c', 'd')
'a'.translate()
'a'.translate(1)
'a'.translate(None)
''.translate(1)
'a'.translate({97: 1.5})
'a'.translate({97: b'x'})
'a'.translate({97: 0x110000})
'a'.translate({97: -1})
'a'.translate({97: 2**40})
'a'.translate({97: True})
'aXb'.translate({88: 'YY', 97: 97}), 'a' .translate({97: ord('😀')})
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
