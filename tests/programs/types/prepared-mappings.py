# Class bodies whose namespace is a dict of its own class or no dict at all.
from collections import UserDict, ChainMap
class D(dict):
    def __setitem__(s,k,v): print('set',k); super().__setitem__(k,v)
    def __delitem__(s,k): print('del', k); super().__delitem__(k)
class M(type):
    @classmethod
    def __prepare__(m, n, b): return D()
class X(metaclass=M):
    print(type(locals()), type(vars()))
    locals()['q'] = 5
    print(q)
    r = 3
    del r
    try: del nope
    except NameError as e: print(e)
class UM(type):
    @classmethod
    def __prepare__(m, n, b, **k): return UserDict()
    def __new__(m, n, b, ns, **k):
        print(type(ns).__name__, sorted(ns))
        return super().__new__(m, n, b, dict(ns))
class Y(metaclass=UM, extra=1):
    a = 1
    b = a + 1
    c: int = 3
    def f(self): return self.a, __class__.__name__
    del a
    for i in range(2): locals()[f'v{i}'] = i
    print(v0, v1, sorted(locals()))
y = Y()
print(Y.b, Y.v1, Y.__annotations__, hasattr(Y, 'a'))
class CM(type):
    def __prepare__(n, b): return ChainMap({}, {'given': 10})
    def __new__(m, n, b, ns): return type.__new__(m, n, b, dict(ns))
class Z(metaclass=CM):
    x = given * 2
print(Z.x, Z.given)
for bad in (5, None, 2.5):
    class BM(type):
        @classmethod
        def __prepare__(m, n, b): return bad
    try:
        class W(metaclass=BM): x = 1
    except TypeError as e: print(e)
def fm(n, b, ns): return (n, b, type(ns))
class Fn(metaclass=fm): pass
print(Fn)
