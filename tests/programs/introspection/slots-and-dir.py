# dir() of things with and without __dict__; a slot borrowed from a base.


class Slotted:
    __slots__ = ('x',)


class Mapping(dict):
    __slots__ = ('_hash',)


class Plain(Slotted):
    pass


for thing in (Slotted, Slotted(), Mapping(), dict, {}, Plain, Plain(), object(),
              ValueError(), len, 1, Slotted.__init__):
    print('__dict__' in dir(thing), end=' ')
print()


class Base:
    __slots__ = ('x', '__weakref__')


class Left(Base):
    __slots__ = ('y',)


Right = type('Right', (Base,), {'__slots__': (), 'x': Base.x})


class Both(Left, Right):
    __slots__ = ()


both = Both()
both.x, both.y = 1, 2
print(both.x, both.y, [c.__name__ for c in Both.__mro__])
try:
    class Wrong(Left, type('Other', (), {'__slots__': ('z',)})):
        pass
except TypeError as problem:
    print(problem)
