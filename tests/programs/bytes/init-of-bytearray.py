b = bytearray(b'old')
b.__init__(b'abc')
print(b)
b.__init__('xy', encoding='latin1')
print(b)
b.__init__()
print(b)
b.__init__(3)
print(b)


class Named(bytearray):
    def __init__(self, source, name, encoding=None):
        if encoding:
            super().__init__(source, encoding)
        else:
            super().__init__(source)
        self.name = name


print(Named('abc', 'n', 'ascii'), Named([1, 2], name='m').name)


class Kept(bytearray):
    def __init__(self, *args, mark=1, **kwargs):
        bytearray.__init__(self, *args, **kwargs)
        self.mark = mark


print(Kept(4, mark=2), Kept(source=b'abc', mark=2).mark, Kept.__new__(Kept, 'whatever', 1, 2, 3))

class Text(str):
    def __bytes__(self):
        return b'of its own'


print(bytes(Text('abc')))
view = memoryview(b)
try:
    b.__init__(b'longer than before')
except BufferError as error:
    print(error)
for args, kwargs in (((1, 2, 3, 4), {}), ((), {'wrong': 1}), (('a',), {}), ((), {'encoding': 'ascii'}), ((1, 'ascii'), {}), (('a',), {'errors': 'ignore'}), ((1.5,), {})):
    try:
        print(bytearray(*args, **kwargs))
    except TypeError as error:
        print(error)
