# Reading, assigning and deleting slices of a list.
def attempt(what, do):
    try:
        print(what, do())
    except Exception as error:
        print(what, type(error).__name__, error)
a = list(range(10))
print(a[2:5], a[:-7], a[-3:], a[::3], a[::-1], a[8:2:-2], a[5:5], a[20:], a[-20:2], a[:20:4])
a[2:4] = 'xyz'
print(a)
a[:0] = [100]
a[len(a):] = (200,)
print(a)
a[1:3] = []
print(a)
a[::2] = range(len(a[::2]))
print(a)
a[::-1] = list(a)
print(a)
a[5:2] = ['in']
print(a)
del a[1:3]
del a[::3]
print(a)
del a[-1:]
del a[100:]
print(a)
a[:] = a + a
print(a)
a[1:2] = a
print(a, len(a))
a[2:5:1] = iter('pq')
print(a)
del a[:]
print(a)
a[:] = {1: 'a', 2: 'b'}
print(a)
a[0:2:1] = {'only'}
print(a)
b = c = [1, 2, 3]
b += (4,)
b += 'ab'
b *= 2
print(b, c is b)
b[slice(None, 2)] = [0]
print(b, b[slice(-1, None, -4)])
nested = [[0] * 2] * 2
nested[0][0] = 1
print(nested)
attempt('length', lambda: b.__setitem__(slice(0, 4, 2), [1]))
attempt('length', lambda: b.__setitem__(slice(None, None, -1), [1]))
attempt('not iterable', lambda: b.__setitem__(slice(0, 1), 5))
attempt('not iterable', lambda: b.__setitem__(slice(0, 4, 2), 5))
attempt('index', lambda: b.__setitem__(50, 1))
attempt('index', lambda: b.__delitem__(50))
attempt('key', lambda: b.__setitem__('a', 1))
attempt('key', lambda: b.__delitem__(1.5))
attempt('step', lambda: b.__setitem__(slice(0, 1, 0), []))
attempt('iadd', lambda: b.__iadd__(1))
attempt('self', lambda: b.extend(b) or len(b))
