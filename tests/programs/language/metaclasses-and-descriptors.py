# A tour, as tutorials give it: metaclasses and descriptors.
class Meta(type):
    def __new__(m, n, b, ns, **kw): print('new', n, kw); return super().__new__(m, n, b, ns)
    def __init__(c, n, b, ns, **kw): super().__init__(n, b, ns)
    def __call__(c, *a): print('call', c.__name__, a); return super().__call__(*a)
    def __prepare__(n, b, **kw): print('prepare', n); return {'injected': 1}
    def __contains__(c, x): return x == 3
    def __getitem__(c, k): return (c.__name__, k)
    def __len__(c): return 7
class A(metaclass=Meta, opt=1):
    def __init__(self, x): self.x = x
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag; print('sub', cls, tag)
print(A(5).x, 3 in A, A['k'], len(A), A.injected)
class B(A, tag='t'): pass
class Desc:
    def __set_name__(s, o, n): s.n = n; print('name', o.__name__, n)
    def __get__(s, i, o=None): return s if i is None else i.__dict__.get(s.n, 'unset')
    def __set__(s, i, v):
        if v < 0: raise ValueError(f'{s.n} must be positive')
        i.__dict__[s.n] = v
    def __delete__(s, i): del i.__dict__[s.n]
class C:
    a = Desc(); b = Desc()
    def __getattr__(s, n): return 'ga:' + n
    def __setattr__(s, n, v): print('set', n); super().__setattr__(n, v)
c = C(); c.a = 4; print(c.a, c.b, c.zzz, C.a); del c.a; print(c.a)
try: c.b = -1
except ValueError as e: print(e)
class X: pass
class Y(X): pass
class Z(X): pass
class W(Y, Z): pass
print([k.__name__ for k in W.__mro__], W.__bases__, X.__subclasses__())
try:
    class Q(X, Y): pass
except TypeError as e: print(e)
try: type('T', (int, str), {})
except TypeError as e: print(e)
class Slots:
    __slots__ = ('a', '__dict__')
s = Slots(); s.a = 1; s.q = 2; print(s.__dict__, s.a)
class NoDict: __slots__ = ('a',)
try: NoDict().b = 1
except AttributeError as e: print(e)
class Abs:
    from abc import ABC, abstractmethod
import abc
class Base(abc.ABC):
    @property
    @abc.abstractmethod
    def p(self): ...
    @abc.abstractmethod
    def q(self): ...
Base()
