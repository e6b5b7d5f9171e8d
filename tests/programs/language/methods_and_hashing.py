# Class and static methods, bound methods, callables, attribute errors, hashing.
class C2: pass
class P: pass
p = P(); P.x = 1
class CM:
    @classmethod
    def a(cls): return cls.__name__
    @staticmethod
    def b(x): return x
    @classmethod
    @property
    def c(cls): return "cp"
print(CM.a(), CM().a(), CM.b(1), CM().b(2), CM.a, CM.b.__name__)
print(CM.__dict__["b"](3))
try: CM.__dict__["a"]()
except TypeError as e: print(e)
import functools
class CP:
    @functools.cached_property
    def v(self): print("comp"); return 3
    @functools.singledispatchmethod
    def m(self, x): return "obj"
    @m.register
    def _(self, x: int): return "int"
    def part(self, a, b): return a, b
    p1 = functools.partialmethod(part, 1)
c = CP(); print(c.v, c.v, c.__dict__, c.m(1), c.m(""), c.p1(2))
def func(self): return self
print(func.__get__(5)(), func.__get__(None, int) if 0 else 1, func.__get__(5).__self__, type(func.__get__(5)))
m = p.__class__.x
import types
b = types.MethodType(func, 9); print(b(), b.__func__ is func, b == types.MethodType(func, 9), hash(b) == hash(types.MethodType(func, 9)))
try: types.MethodType(func, None)
except TypeError as e: print(e)
class Call:
    def __call__(self, *a, **k): return a, k
print(Call()(1, b=2), callable(Call()), callable(5), callable(int))
c = Call(); c.__call__ = lambda: "inst"; print(c())
print([].append.__self__, "a".upper.__name__, [].append.__qualname__, str.upper.__qualname__, len.__name__, len.__module__, print.__self__)
class Ov:
    def __eq__(self, o): return True
try: hash(Ov())
except TypeError as e: print(e)
try: {Ov(): 1}
except TypeError as e: print(e)
try: {[]: 1}
except TypeError as e: print(e)
try: {{}}
except TypeError as e: print(e)
try: {[1]}
except TypeError as e: print(e)
try: {}[[]]
except TypeError as e: print(e)
try: hash((1, []))
except TypeError as e: print(e)
print(Ov.__hash__, Ov() != 3, Ov() == 3)
