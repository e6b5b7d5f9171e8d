# Views of arrays and of bytes share memory, which then cannot be resized.
import array, struct
a = array.array('l', [-11111111, 22222222, -33333333, 44444444])
m = memoryview(a)
print(m[0], m[-1], m[::2].tolist(), m.format, m.itemsize, m.nbytes, m.shape, m.strides, m.ndim, m.readonly, len(m), m.obj is a, m.contiguous, m.tolist())
m[1] = 5; print(a); a[0] = 7; print(m[0])
for f in (lambda: a.append(1), lambda: a.extend([1]), lambda: a.pop(), lambda: a.insert(0, 1), lambda: a.__delitem__(0), lambda: a.frombytes(b'\0' * 8), lambda: m.__setitem__(0, 'x'), lambda: m.__setitem__(0, 2**70), lambda: a.__setitem__(slice(0, 1), array.array('l', [1, 2]))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
b = m.cast('B'); print(len(b), b[0], b.obj is a, b.format); b.release(); m.release()
a.append(9); print(a, a.tolist(), len(a), a.index(9), a.count(9), list(reversed(a)), 9 in a)
with memoryview(array.array('d', [1.5, 2.5])) as v: print(v.tolist(), v.format, v.tobytes()[:8])
x = memoryview(bytearray(b'abcdefgh')); y = x.cast('I'); print(y.tolist(), y.shape); z = x.cast('H', [2, 2]); print(z.tolist(), z.shape, z.strides, z[1, 0], z.ndim)
z[0, 1] = 65; print(bytes(x))
for f in (lambda: z[0], lambda: z[0, 0, 0], lambda: z[5, 0], lambda: x.cast('I', [3]), lambda: x[1:4].cast('H'), lambda: x.cast('zz'), lambda: x[::2].cast('H'), lambda: y.cast('d'), lambda: memoryview(1), lambda: x.__setitem__(slice(0, 2), b'abc'), lambda: x.__setitem__(slice(0, 2), b'zz'), lambda: bytes(x), lambda: x[2:4] == b'cd', lambda: x.index, lambda: hash(x), lambda: hash(memoryview(b'ab')) == hash(b'ab'), lambda: memoryview(b'ab').__setitem__(0, 1), lambda: x.toreadonly().readonly, lambda: x.hex(':', 2), lambda: x[::-1].tobytes(), lambda: list(memoryview(b'abc')), lambda: memoryview(b'abc')[1:].obj, lambda: memoryview(b'')[0] , lambda: struct.unpack_from('<I', x, 2), lambda: struct.pack_into('<H', x, 0, 1), lambda: bytes(x), lambda: sum(memoryview(b'abc')), lambda: b'b' in memoryview(b'abc'), lambda: 98 in memoryview(b'abc'), lambda: memoryview(b'abc') == memoryview(b'abc'), lambda: memoryview(b'ab').tobytes('C'), lambda: b'x'.join([memoryview(b'a'), bytearray(b'b')]), lambda: b'a' + memoryview(b'b'), lambda: bytearray(b'a') + memoryview(b'b'), lambda: int.from_bytes(memoryview(b'ab'), 'big'), lambda: memoryview(b'12').cast('c').tolist(), lambda: memoryview(b'\x01\0').cast('?').tolist(), lambda: str(memoryview(b'ab'), 'ascii'), lambda: memoryview(memoryview(b'ab')).obj, lambda: int(memoryview(b'12')), lambda: float(memoryview(b'1.5')), lambda: bytes([*memoryview(b'ab')]), lambda: memoryview(b'abc')[0:2].nbytes):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
ba = bytearray(b'xyz'); mv = memoryview(ba)
for f in (lambda: ba.append(1), lambda: ba.extend(b'1'), lambda: ba.clear(), lambda: ba.pop(), lambda: ba.__delitem__(0), lambda: ba.__iadd__(b'1'), lambda: ba.__setitem__(slice(0, 1), b'12'), lambda: ba.__setitem__(slice(0, 1), b'1'), lambda: ba.insert(0, 1), lambda: ba.reverse(), lambda: ba.__imul__(2)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
del mv; ba.append(1); print(ba)
print(array.array('i', b'\1\0\0\0'), bytes(array.array('H', [1, 2])), bytearray(array.array('H', [1])), array.array('b', [1]) == array.array('i', [1]), array.array('u', 'ab'), array.array('i', [3, 1]) < array.array('i', [3, 2]), array.array('i', [1]).buffer_info()[1], array.array('i', range(3)) * 2, array.array('f', [1.1])[0])
