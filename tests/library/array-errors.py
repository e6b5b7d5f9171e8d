import array
import io


class Index:
    def __index__(self):
        return 5


class Real:
    def __float__(self):
        return 2.5


def tell(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


edges = (-1, -129, 128, 256, -40000, 40000, 70000, -2**31 - 1, 2**31, 2**32,
         -2**63, -2**63 - 1, 2**63, 2**64, -2**80)
for code in 'bBhHiIlLqQ':
    for edge in edges:
        print(code, edge, end=' ')
        tell(lambda: array.array(code, [edge]))

a = array.array('i', [1, 2, 3])
d = array.array('d', [1, 2])
u = array.array('u', 'ab')
print('-- made')
tell(lambda: array.array('i', [Index(), True]))
tell(lambda: array.array('d', [Real(), Index(), 3]))
tell(lambda: array.array('f', [0.1, 3.5e38, -3.5e38]))
tell(lambda: array.array('d', a))
tell(lambda: array.array('i', d))
tell(lambda: array.array('b', bytearray(b'ab')))
tell(lambda: array.array('u', ['ab']))
tell(lambda: d.append('x'))
tell(lambda: d.append(1j))
print('-- searched')
tell(lambda: a.index(9))
tell(lambda: a.index(2))
tell(lambda: a.index(2, 2))
tell(lambda: a.index(3, -1))
tell(lambda: a.index(1, 0, 0))
print('-- taken out')
tell(lambda: a.pop(9))
tell(lambda: a.pop(-9))
tell(lambda: a.pop('a'))
tell(lambda: array.array('i').pop())
print('-- extended')
tell(lambda: a.extend([1, 'a']))
tell(lambda: a.fromlist('a'))
tell(lambda: a.fromlist([7, 'b']))
tell(lambda: a.fromlist([8, 2**40]))
tell(lambda: a.extend(d))
tell(lambda: a.__setitem__(slice(0, 1), d))
tell(lambda: a.__setitem__(slice(0, 1), [1]))
tell(lambda: a + d)
tell(lambda: a + [1])
tell(lambda: a.frombytes('abc'))
tell(lambda: a.frombytes(5))
tell(lambda: a.frombytes(b'abc'))
print(a, a * 2)
a *= 2
print(a)
print('-- texts and files')
u.fromunicode('cd')
print(u)
tell(lambda: a.fromunicode('a'))
tell(lambda: u.fromunicode(5))
file = io.BytesIO()
array.array('h', [1, 2, 3]).tofile(file)
file.seek(0)
h = array.array('h')
h.fromfile(file, 2)
print(file.getvalue(), h)
tell(lambda: h.fromfile(file, 2))
print(h)
