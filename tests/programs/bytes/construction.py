# bytes() and bytearray() from numbers, iterables, text and buffers.
class B:
    def __bytes__(self): return b'own'
class Bad:
    def __bytes__(self): return 'text'
class I:
    def __index__(self): return 3

for source in r'''
bytes(), bytes(3), bytes([1, 2, 255]), bytes((65, 66)), bytes(range(3)), bytes(b'ab'), bytes(bytearray(b'x')), bytes(memoryview(b'mv')), bytes(B()), bytes(I()), bytes('é', 'utf-8'), bytes(x for x in [1, 2]), bytes(True)
bytearray(), bytearray(2), bytearray([1, 2]), bytearray(b'ab'), bytearray('é', 'latin-1'), bytearray(memoryview(b'q')), bytearray('ab', encoding='ascii', errors='strict'), bytearray(I())
bytes(source=b'x'), bytes(source='a', encoding='ascii'), bytes([I(), True]), bytes({1: 2}), bytes({5}), type(bytes(bytearray())), bytes(B()) + b'!'
bytes(-1)
bytes([256])
bytes([-1])
bytes(['a'])
bytes([1.5])
bytes('abc')
bytes(1.5)
bytes(None)
bytes(object())
bytes(Bad())
bytes(b'a', 'utf-8')
bytes(5, 'utf-8')
bytes('a', 1)
bytes('é', 'ascii')
bytes(10**20)
bytes(1, 2, 3, 4)
bytes(foo=1)
bytearray('abc')
bytearray(-1)
bytearray([256])
bytearray(None)
bytearray(1.5)
bytes.fromhex('00 ff 0A'), bytes.fromhex(''), bytes.fromhex(' 1 2'.replace(' ', '')), bytearray.fromhex('616263'), bytes.fromhex('61\n62\t63'), type(bytearray.fromhex(''))
bytes.fromhex('0')
bytes.fromhex('0g')
bytes.fromhex('a b')
bytes.fromhex(b'00')
bytes.fromhex('é0')
bytes.fromhex(1)
b'abc'.hex(), b'\x00\xff'.hex(), b'abcdef'.hex('-'), b'abcdef'.hex(':', 2), b'abcdefg'.hex('_', -3), b'abcdefg'.hex('_', 3), b''.hex(':'), b'ab'.hex(sep=' ', bytes_per_sep=1), b'ab'.hex('-', 0), b'abc'.hex(b':'), bytearray(b'ab').hex('.')
b'ab'.hex('--')
b'ab'.hex('é')
b'ab'.hex(1)
b'ab'.hex('')
b'ab'.hex(':', 'x')
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
