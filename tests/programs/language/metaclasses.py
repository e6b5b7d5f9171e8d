# Metaclasses, class keywords, __set_name__, errors of class creation.
class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print("new", name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw); super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print("call", cls.__name__, a, k); return super().__call__(*a, **k)
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print("prepare", name, kw); return {"prep": 1}
    def __getattr__(cls, n): return f"meta-{n}"
    def __len__(cls): return 42
    def __iter__(cls): return iter([1,2])
    def __contains__(cls, x): return x == 7
    def __getitem__(cls, k): return ("gi", k)
    def __eq__(cls, o): return cls is o
    def __hash__(cls): return 5
    def __repr__(cls): return f"<M {cls.__name__}>"
    def __instancecheck__(cls, i): return i == 3
    def __subclasscheck__(cls, c): return c is int
    def __add__(cls, o): return "added"
    def __bool__(cls): return False
    @property
    def prop(cls): return "metaprop"
class A(metaclass=Meta, x=1):
    y = 2
    def __init__(self, *a, **k): pass
a = A(1, z=2)
print(A.nope, len(A), list(A), 7 in A, A[5], A == A, hash(A), A, isinstance(3, A), issubclass(int, A), A + 1, bool(A), A.prop, A.prep)
try: a.nope
except AttributeError as e: print(e)
try: a.prop
except AttributeError as e: print(e)
class B(A): pass
print(type(B), B.__mro__)
try:
    class M2(type): pass
    class C(A, metaclass=M2): pass
except TypeError as e: print(e)
class D:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw); cls.tag = tag; print("sub", cls.__name__, tag)
class E(D, tag="t"): pass
try:
    class F(D, bad=1): pass
except TypeError as e: print(e)
class Desc:
    def __set_name__(self, owner, name): print("set_name", owner.__name__, name); self.n = name
    def __get__(self, o, t=None): return (self.n, o is None, t.__name__)
class G: 
    d = Desc(); e = d2 = Desc()
print(G.d, G().e)
class BadSN:
    def __set_name__(self, o, n): raise ValueError("boom")
try:
    class H: x = BadSN()
except Exception as e: print(type(e).__name__, e, repr(e.__cause__), getattr(e, "__notes__", None))
class CG:
    def __class_getitem__(cls, k): return f"{cls.__name__}[{k}]"
print(CG[int], CG[1, 2])
try: int[3]
except TypeError as e: print(e)
try: G()[1]
except TypeError as e: print(e)
try: G[1]
except TypeError as e: print(e)
X = type("X", (D,), {"a": 1, "m": lambda s: s.a}, tag=9); print(X().m(), X.tag, X.__module__, X.__qualname__)
for args in [("X",), ("X", ()), (1, (), {}), ("X", 5, {}), ("X", (5,), {}), ("X", (), 5), ("X", (int, str), {}), ("X", (bool,), {}), ("X\0", (), {}), ("X", (type(None),), {}), ("X", (object, int), {}), ("X", (int, int), {}), ("X", (), {}, {})]:
    try: print(type(*args))
    except Exception as e: print(type(e).__name__, e)
class P: pass
class Q(P): pass
try:
    class R(P, Q): pass
except TypeError as e: print(e)
try:
    class R(P, P): pass
except TypeError as e: print(e)
