# Searching in bytes and bytearray: numbers and bytes-like needles.
s = b'abracadabra'
m = bytearray(s)

for source in r'''
s.find(b'bra'), s.find(98), s.rfind(b'bra'), s.rfind(97), s.index(b'c'), s.index(99), s.rindex(b'a'), s.count(b'a'), s.count(97), s.count(b''), s.count(b'ab', 1)
s.find(b''), s.find(b'', 12), s.find(b'a', 1), s.find(b'a', -1), s.find(bytearray(b'ra')), s.find(memoryview(b'ra')), s.find(b'z'), s.find(122), s.rfind(b'a', 0, 5), s.find(b'a', None, None)
m.find(b'bra'), m.find(97, 1), m.count(bytearray(b'a')), m.index(b'd'), m.rindex(98), m.startswith(b'ab'), m.endswith((b'x', b'ra'))
s.startswith(b'ab'), s.startswith((b'x', b'ab')), s.startswith(b'bra', 1), s.endswith(b'ra', 0, -1), s.endswith(b''), s.startswith(bytearray(b'a'))
b'bra' in s, 97 in s, 0 in s, b'' in s, bytearray(b'ab') in s, memoryview(b'br') in s, b'abr' in m, 255 in m
s.find('a')
s.find(256)
s.find(-1)
s.find(1.5)
s.find(None)
s.find(b'a', 'x')
s.index(b'z')
s.rindex(b'z')
s.index(122)
m.index(b'z')
s.count('a')
s.count(300)
s.startswith('a')
s.startswith([b'a'])
s.startswith((b'x', 'a'))
s.endswith(97)
'a' in s
256 in s
-1 in s
None in s
1.5 in s
s[0], s[-1], s[1:3], s[::-1], s[::3], s[5:1], s[-3:], m[1:3], m[::2], type(m[0]), type(m[:1])
s[11]
s['a']
s[1.0]
m[100]
s[::0]
s[0:'x']
list(b'ab'), [*bytearray(b'ab')], list(reversed(b'abc')), max(s), min(s), sorted(set(b'hello')), sum(b'ab'), len(s), bool(b''), bool(b'\0')
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
