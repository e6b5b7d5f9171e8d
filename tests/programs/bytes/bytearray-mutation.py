# Changing a bytearray: items, slices, and the methods of a sequence.
b = bytearray(b'hello')
b[0] = 72
b[-1] = ord('O')
print(b)
b[1:3] = b'EEL'
print(b)
b[::2] = b'1234'[:len(b[::2])]
print(b, b[::2])
del b[0]
del b[1:3]
print(b)
b.append(33)
b.extend(b'ab')
b.extend([1, 2])
b.extend(x for x in range(2))
b.insert(0, 65)
b.insert(100, 66)
b.insert(-1, 67)
print(b, b.pop(), b.pop(0), b.pop(-2), b)
b.remove(33)
b.reverse()
print(b, b.copy(), b.copy() is b)
b += b'xy'
b += bytearray(b'z')
b *= 2
print(b, len(b))
b[2:4] = []
b[:0] = (9, 8)
b[len(b):] = memoryview(b'end')
print(b)
b[1:1] = b
print(b == b[:], len(b))
b.clear()
other = b
other += b'same'
print(b is other, b)
def attempt(what, do):
    try:
        print(what, do())
    except Exception as error:
        print(what, type(error).__name__, error)
attempt('value', lambda: b.__setitem__(0, 256))
attempt('type', lambda: b.__setitem__(0, 'a'))
attempt('bytes', lambda: b.__setitem__(0, b'a'))
attempt('index', lambda: b.__setitem__(9, 1))
attempt('slice', lambda: b.__setitem__(slice(0, 4, 2), b'abc'))
attempt('slice of ints', lambda: b.__setitem__(slice(0, 1), 5))
attempt('slice of text', lambda: b.__setitem__(slice(0, 1), 'x'))
attempt('append', lambda: b.append(300))
attempt('append', lambda: b.append('x'))
attempt('extend', lambda: b.extend('xy'))
attempt('extend', lambda: b.extend([1, 'x']))
attempt('extend', lambda: b.extend(5))
attempt('remove', lambda: b.remove(1))
attempt('pop', lambda: bytearray().pop())
attempt('pop', lambda: b.pop(10))
attempt('add', lambda: b.__iadd__('x'))
attempt('mul', lambda: b.__imul__('x'))
attempt('del', lambda: b.__delitem__(10))
