# What types know: names, bases, mro, dict, and the three-argument type().
class A:
    """doc of A"""
    x = 1
class B(A):
    __slots__ = ('s',)
class M(type):
    def __repr__(cls): return f'<M {cls.__name__}>'
class N(metaclass=M): pass
T = type('T', (A,), {'y': 2, '__doc__': 'made'})

for source in r'''
A.__name__, A.__qualname__, A.__module__, A.__doc__, B.__doc__, A.__bases__, B.__base__, B.__mro__, A.mro(), type.mro(int), A.__basicsize__ > 0, B.__dictoffset__ if False else 0
T, T.__name__, T.__bases__, T.y, T().x, T.__doc__, T.__module__, type(T), type(T()), T.__subclasses__(), A.__subclasses__()[0].__name__
N, repr(N()).startswith('<__main__.N object at'), type(N), M.__mro__, isinstance(N, M), M('Q', (), {}), type(M('Q', (), {})), N.__class__, type.__class__, type(type) is type
B.__slots__, type(B.s).__name__, A.__dict__['x'], 'x' in B.__dict__
int.__name__, int.__qualname__, int.__module__, int.__bases__, bool.__base__, object.__base__, object.__bases__, object.__mro__, type.__bases__, type.__mro__, type(int), type(object), int.__class__, len.__class__, type(len), type(None).__name__
type(A.__init__).__name__, type(int.__add__).__name__, type(str.join).__name__, type(''.join).__name__, type(dict.__dict__['fromkeys']).__name__, type(A.__dict__).__name__, type(range(1)), type(lambda: 0), type(i for i in ''), type(print), type(Ellipsis), type(NotImplemented), type(slice(1)), type({}.keys()), type(A.mro)
list[int], list[int].__origin__, list[int].__args__, dict[str, int].__args__, list[int]([1]), isinstance([], list), (int | str).__args__, type(int | str), int | None, int | int, (int | str) == (str | int), list[int] == list[int], hash(int | str) == hash(str | int), list[int].__parameters__, tuple[int, ...].__args__, type[int], list[list[int]]
A.__call__.__name__, A.__init_subclass__(), A.__subclasshook__(int), A.__subclasscheck__(B), A.__instancecheck__(B()), A.__eq__(A, A), A.__hash__(A) == hash(A), A.__class_getitem__ if hasattr(A, '__class_getitem__') else 'none', type.__call__(A).__class__, A.__new__(A).__class__, object.__new__(A).x
type('X', 5, {})
type('X', (), 5)
type(1, (), {})
type('X', (bool,), {})
type('X', (A, A), {})
type('X', (A, B), {})
type('X', (A, object, B), {})
type('X', (int, str), {})
type()
type(1, 2)
object(1)
object.__new__(int)
A(1)
A.__bases__
A.__name__ , setattr(A, '__name__', 'Renamed'), A.__name__, A, setattr(A, '__name__', 'A'), setattr(A, '__qualname__', 'Q.A'), A, setattr(A, '__module__', 'mod'), A
setattr(A, '__name__', 5)
setattr(A, '__dict__', {})
T.__annotations__, T.__type_params__ if False else '', type.__doc__ is None or True, callable(A), bool(A), A == A, A != B, A < B if False else ''
A < B
A + B
A[0]
len(A)
iter(A)
A.nope
type.nope
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
