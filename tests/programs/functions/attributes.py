# What a function knows about itself.
import types


def f(a, b=1, /, c=2, *args, d, e: int = 5, **kw) -> str:
    """Doc of f."""
    local = a
    return lambda: local + a


print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__)
print(f.__annotations__, f.__dict__, f.__closure__, type(f), callable(f))
code = f.__code__
print(code.co_name, code.co_qualname, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount)
print(code.co_varnames[:7], code.co_cellvars, code.co_freevars, bin(code.co_flags))
print(code.co_firstlineno, code.co_filename.rsplit('/')[-1], 'int' in code.co_names)
inner = f(1, d=2)
print(inner.__name__, inner.__qualname__, inner.__code__.co_freevars, [c.cell_contents for c in inner.__closure__])
f.extra = 1
f.__name__ = 'renamed'
f.__qualname__ = 'Q.renamed'
f.__doc__ = None
f.__defaults__ = (7, 8)
f.__kwdefaults__ = {'d': 9}
print(f, f.__name__, f.__dict__, f.__doc__)
print(f.__get__(5), types.MethodType(f, 5).__self__)


def g(x, y=2):
    return x, y


g.__defaults__ = (3, 4)
print(g())
g.__defaults__ = None
for change in (lambda: g(1), lambda: setattr(g, '__name__', 1), lambda: setattr(g, '__defaults__', 1),
               lambda: setattr(g, '__code__', 5), lambda: setattr(g, '__dict__', 5),
               lambda: setattr(g, '__kwdefaults__', 3), lambda: delattr(g, 'nothing'),
               lambda: g.nothing):
    try:
        print(change())
    except Exception as error:
        print(type(error).__name__, error)
g.__code__ = (lambda q, r: q * r).__code__
print(g(3, 4), g.__globals__ is globals(), g.__builtins__ is __builtins__.__dict__)
h = types.FunctionType(g.__code__, {}, 'h', (5,))
print(h(2), h.__name__, h.__module__, (lambda: 0).__name__, (lambda: 0).__qualname__)


class K:
    def m(self):
        def deep(): pass
        return deep

    class In:
        def n(self): pass


print(K.m.__qualname__, K().m().__qualname__, K.In.n.__qualname__, K.In.__qualname__, K().m.__func__ is K.m)
