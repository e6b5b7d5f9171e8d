# repr(), ascii() and the choice of quotes and escapes.
for source in r'''
'a', "it's", 'say "hi"', 'it\'s "x"', '\\', '\n\r\t', '\0\x01\x1f\x7f', '\x80\x9f\xa0\xad'
'\u0378', '\u2028\u2029', '\ufeff', '\ue000', '\U000e0001', '\U0010ffff', '\u200b', '\u3000', '\xff'
'é', 'ñ', '中', '😀', '\u0301', 'a\u0301', '\u1680', '\u180e', '\ufffe', '\U0001f9ff', '\U0001fae8'
ascii('é'), ascii('中'), ascii('😀'), ascii("it's é"), ascii('\x7f\x80\xff'), ascii('\n'), ascii(['é', b'\xff', ('ü',)]), ascii({'ä': 'ö'})
ascii(1), ascii(None), ascii('a"b\'c'), repr(repr("'")), repr(repr('"\'')), repr('')
repr('a\\nb'), len(repr('\U0001f600')), len(ascii('\U0001f600'))
repr(b''), repr(b"'"), repr(b'"'), repr(b'\'"'), repr(b'\x00\t\n\r\\\x7f\x80\xff~ '), str(b'a'), ascii(b'\xe4')
repr(bytearray(b'a\x00"')), str(bytearray()), repr(memoryview(b'a'))[:11]
f'{"a"!r} {"é"!a} {"x"!s:>3} {"it"!r:*^8}'
'%r %a %s' % ('é', 'é', 'é'), '{!r} {!a} {!s}'.format('é\n', 'é\n', 'x')
repr(['a', "b'"]), repr(('a',)), repr(()), repr({'a': ["'"]}), repr({'x'}), repr(frozenset({'y'})), repr(set()), repr(frozenset())
repr(1.0), repr(-0.0), repr(1e16), repr(1e-5), repr(123456789012345680.0), repr(1e22), repr(0.1 + 0.2), repr(float('nan')), repr(-float('inf'))
repr(True), repr(None), repr(...), repr(NotImplemented), repr(int), repr(type(None)), repr(type(...)), repr(type(NotImplemented))
repr(range(3)), repr(range(1, 3)), repr(range(0, 3, 1)), repr(range(0, 9, -2)), repr(slice(3)), repr(slice(1, 'a', None))
repr(len), repr([].append)[:35], repr(str.upper), repr(int.__add__), repr(dict.fromkeys)[:34], repr(object.__init__), repr(type.__call__)
repr(ValueError('a', 1)), repr(KeyError()), repr(ValueError('a')), repr(OSError(2, 'x')), repr(StopIteration(5)), repr(SystemExit()), repr(ExceptionGroup('g', [ValueError(1)]))
repr(1j), repr(1+0j), repr(-0j), repr(complex(-0.0, 2)), repr(complex('nan')), repr(complex(0, float('-inf')))
repr(10**40), repr(-5), repr({}.keys()), repr({1: 2}.values()), repr({1: 2}.items()), repr(zip())[:11], repr(map(int, []))[:11], repr(enumerate([]))[:17], repr(reversed([]))[:28], repr(iter([]))[:21], repr(iter({}))[:24]
repr(__builtins__)[:26], repr(list[int]), repr(int | None), repr(dict[str, list[int]]), repr(type[int]), repr(tuple[()]), repr(tuple[int, ...]), repr(list['x'])
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
