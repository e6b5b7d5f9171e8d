# struct: pack, unpack, calcsize, iter_unpack, pack_into and errors.
import struct
from struct import calcsize, pack, unpack
s = struct.Struct('<hI')

for source in r'''
pack('<bBhHiIlLqQ', -1, 255, -2, 65535, -3, 2**32 - 1, -4, 5, -6, 2**64 - 1), pack('>hI', 1, 2), pack('!H', 258), pack('=i', -1), pack('@i', 1), pack('i', 1)
pack('<f', 1.5), pack('>d', -2.25), pack('<e', 0.5), pack('<f', float('inf')), pack('?', True), pack('?', 'x'), pack('c', b'a'), pack('3c', b'a', b'b', b'c'), pack('4s', b'ab'), pack('2s', b'abc'), pack('0s', b'a'), pack('5p', b'abc'), pack('x'), pack('<2xh', 1), pack('<3h', 1, 2, 3), pack('', ), pack('<n' if False else '<q', 1)
unpack('<bB', b'\xff\xff'), unpack('>I', b'\0\0\1\0'), unpack('<f', b'\0\0\xc0\x3f'), unpack('<d', struct.pack('<d', 0.1)), unpack('4s', b'ab\0\0'), unpack('?', b'\2'), unpack('c', b'a'), unpack('5p', b'\3abc\0'), unpack('<2h', b'\1\0\2\0'), unpack('2xB', b'\0\0\5'), unpack('', b'')
calcsize('<bhi'), calcsize('bhi'), calcsize('@bq'), calcsize('=bq'), calcsize('3s2x'), calcsize('i0q'), calcsize('<'), calcsize('P') if False else 8, calcsize('bP') if False else 16, calcsize('ib'), calcsize('bi')
s.pack(1, 2), s.unpack(b'\1\0\2\0\0\0'), s.size, s.format, list(struct.iter_unpack('<h', b'\1\0\2\0')), list(s.iter_unpack(bytes(12))), struct.unpack_from('<h', b'xx\5\0', 2), s.unpack_from(b'abcdefgh', offset=1)
(lambda b: (struct.pack_into('<h', b, 1, 258), b))(bytearray(4)), (lambda b: (s.pack_into(b, 0, 1, 2), b))(bytearray(6)), struct.unpack('<h', bytearray(b'\1\0')), struct.unpack('<h', memoryview(b'\1\0'))
pack('<b', 128)
pack('<B', -1)
pack('<H', 65536)
pack('<i', 2**31)
pack('<h', 'a')
pack('<h', 1.5)
pack('<h')
pack('<h', 1, 2)
pack('<f', 1e300)
pack('c', b'ab')
pack('c', 'a')
pack('s', 'a')
pack('<z', 1)
pack('5', 1)
pack('<h ', 1)
pack('h<', 1)
unpack('<h', b'a')
unpack('<h', b'abc')
unpack('<q', b'')
calcsize('z')
struct.unpack_from('<h', b'a')
struct.unpack_from('<h', b'abc', 5)
struct.pack_into('<h', bytearray(1), 0, 1)
list(struct.iter_unpack('<h', b'abc'))
list(struct.iter_unpack('', b''))
struct.Struct('zz')
struct.error.__mro__[1], struct.error.__name__
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
