# getattr, hasattr, setattr, delattr, vars, dir, callable, id, hash, isinstance and issubclass.
class C:
    x = 1
    def __init__(self): self.y = 2
    def m(self): pass
class D(C):
    __slots__ = ('z',)
class G:
    def __getattr__(self, name): return name.upper() if name != 'bad' else self.__missing()
    def __dir__(self): return ['b', 'a']
c, g = C(), G()

for source in r'''
getattr(c, 'x'), getattr(c, 'y'), getattr(c, 'z', 'default'), getattr(g, 'abc'), getattr(C, 'x'), getattr(1, 'real'), getattr('a', 'upper')(), getattr(c, 'm').__name__
hasattr(c, 'x'), hasattr(c, 'nope'), hasattr(g, 'anything'), hasattr(1, '__add__'), hasattr([], '__hash__'), hasattr(None, '__bool__')
setattr(c, 'new', 5), c.new, delattr(c, 'new'), hasattr(c, 'new'), setattr(C, 'k', 1), C.k, delattr(C, 'k')
vars(c), vars(C)['x'], type(vars(C)).__name__, 'm' in vars(C), vars(g)
dir(g), 'x' in dir(c), 'y' in dir(c), dir(c) == sorted(dir(c)), 'm' in dir(C), [n for n in dir(c) if not n.startswith('_')], len(dir()) > 3, 'append' in dir([]), dir(type('E', (), {}))[:3]
callable(c), callable(C), callable(len), callable(lambda: 0), callable(c.m), callable(1), callable(type('K', (), {'__call__': 1})()), callable(str), callable(None)
id(c) == id(c), id(c) != id(g), id(None) == id(None), id(C) == id(type(c)), isinstance(id(c), int)
isinstance(1, int), isinstance(True, int), isinstance(1, (str, int)), isinstance(1, int | str), isinstance(None, int | None), isinstance('a', (int, (float, str))), isinstance(c, object), isinstance(C, type), isinstance(1, ()), isinstance([], list | tuple)
issubclass(bool, int), issubclass(D, C), issubclass(D, (str, C)), issubclass(int, int | str), issubclass(int, object), issubclass(D, ()), issubclass(type, object)
getattr(c, 'nope')
getattr(c, 1)
getattr(c)
getattr(c, 'a', 1, 2)
hasattr(c, 1)
setattr(c, 1, 2)
setattr(1, 'x', 2)
setattr([], 'x', 2)
setattr(object(), 'x', 2)
delattr(c, 'nope')
delattr(c, 'x')
delattr(int, 'real')
setattr(int, 'x', 1)
vars(1)
vars([])
vars(c, 1)
dir(1, 2)
isinstance(1, 5)
isinstance(1, 'int')
isinstance(1, [int])
isinstance(1, list[int])
isinstance(1)
issubclass(1, int)
issubclass(int, 1)
id()
hash([]), 1
hash({}), 1
C.nope
c.nope
c.nope.deeper
None.x
(1).x
'a'.x
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
