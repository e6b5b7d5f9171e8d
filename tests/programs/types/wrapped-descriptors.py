# A class method asks the descriptor that it wraps, as in Python 3.9 to 3.12.
class Loud:
    def __get__(self, instance, owner=None):
        return 'loud', instance.__name__, owner.__name__


class C:
    @classmethod
    @property
    def name(cls):
        return cls.__name__

    loud = classmethod(Loud())

    @classmethod
    @classmethod
    def twice(cls):
        return 'twice', cls.__name__

    @classmethod
    def f(cls) -> int:
        "words of f"

    @staticmethod
    def g(a: str):
        "words of g"


class D(C):
    pass


print(C.name, D.name, D().name)
print(C.loud, D.loud)
print(C.twice(), D.twice())
for wrapper in (C.__dict__['f'], C.__dict__['g']):
    print(wrapper.__name__, wrapper.__qualname__, wrapper.__module__, wrapper.__doc__, wrapper.__annotations__)
    wrapper.__doc__ = 'other'
    wrapper.extra = 1
    print(wrapper.__doc__, wrapper.__wrapped__.__doc__, wrapper.extra)


class New:
    @classmethod
    def __new__(*args):
        return args


print(New(1, 2))


class Mine(super):
    def __init__(self, *args):
        super(Mine, self).__init__(*args)


class A:
    def m(self):
        return 'A'


class B(A):
    def m(self):
        return 'B' + Mine(B, self).m()


print(B().m())


class Text(str):
    pass


class Slotted:
    __slots__ = [Text('a')]


slotted = Slotted()
slotted.a = 3
print(slotted.a)
for action in (
    lambda: object.__init__(A(), 5),
    lambda: object.__init__(B(), 5),
    lambda: delattr(A(), '__class__'),
    lambda: type('X', (), {'__slots__': ['__weakref__', '__weakref__']}),
):
    try:
        print(action())
    except TypeError as error:
        print(error)
