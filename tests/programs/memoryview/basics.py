# memoryview: attributes, items, slices, comparing and release.
b = bytearray(b'abcdef')
m = memoryview(b)
r = memoryview(b'read')

for source in r'''
len(m), m[0], m[-1], m.tolist(), m.tobytes(), bytes(m), m.hex(), m.hex(':'), list(m), m.nbytes, m.itemsize, m.format, m.ndim, m.shape, m.strides, m.readonly, r.readonly, m.contiguous, m.c_contiguous, m.f_contiguous, m.suboffsets
m.obj is b, r.obj, m[1:3].tobytes(), m[::-1].tobytes(), m[::2].tolist(), m[::2].strides, m[::2].contiguous, m[4:1:-1].tobytes(), m[1:][1:].tobytes(), len(m[10:])
m == b, m == b'abcdef', m != b'x', m == 'abcdef', m[:3] == b'abc', m == memoryview(b'abcdef'), m == [97], hash(r) == hash(b'read'), 97 in m, b'a' in m
m.toreadonly().readonly, type(m.toreadonly()), bytes(reversed(m)), max(m), sorted(m)[:2], int.from_bytes(m[:2], 'big'), b'-'.join([m, r]), str(r, 'ascii'), bytearray(m), b''.join([m[:2], b'!'])
m.__setitem__(0, 65), b, m.__setitem__(slice(1, 3), b'XY'), b, m.__setitem__(-1, 0x5a), b
m.cast('B').tolist(), m.cast('b').format, m.cast('H').tolist(), m.cast('H').itemsize, m.cast('H').shape, memoryview(b'\0\0\x80\x3f').cast('f').tolist(), memoryview(bytes(8)).cast('q')[0], memoryview(b'ab').cast('c').tolist(), memoryview(bytes(8)).cast('d').tolist(), memoryview(b'\1\0').cast('?').tolist()
memoryview(bytes(range(12))).cast('B', [3, 4]).tolist(), memoryview(bytes(range(12))).cast('B', (3, 4)).shape, memoryview(bytes(range(4))).cast('B', shape=[2, 2])[1, 0], memoryview(bytes(4)).cast('I').nbytes, len(memoryview(bytes(12)).cast('I'))
m.cast('B')[1:3].tobytes(), m.cast('H')[1:].tobytes(), memoryview(b'\xff\xff').cast('h')[0], m.cast('H').cast('B').tolist() == m.tolist()
hash(m)
m[10]
m['a']
m[1.5]
m[0] == 65, m.__setitem__(0, 300)
m.__setitem__(0, 'x')
m.__setitem__(0, b'x')
m.__setitem__(slice(0, 2), b'abc')
m.__setitem__(10, 1)
r.__setitem__(0, 1)
memoryview('text')
memoryview(5)
memoryview()
memoryview([1])
m.cast('x')
m.cast('HH')
m.cast('I')
m[::2].cast('H')
m.cast(5)
del m[0]
m + m
m < m
memoryview(b'abcd').cast('H')[0, 0]
m[::0]
m.hex('--')
repr(m).startswith('<memory at 0x'), m.tobytes(order='C'), m.tobytes(None)
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
