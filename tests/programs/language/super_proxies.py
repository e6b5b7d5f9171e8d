# super(): bound later, zero-argument, proxies of classes and subclasses of builtin types.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class A:
    x = 1
    def f(self): return "A.f", type(self).__name__
    @classmethod
    def c(cls): return "A.c", cls.__name__
    @staticmethod
    def s(): return "A.s"
    @property
    def p(self): return "A.p"
class B(A):
    def f(self): return "B.f", super().f()
    @classmethod
    def c(cls): return "B.c", super().c()
    @property
    def p(self): return "B" + super().p
    def s2(self): return super().s()
b = B()
print(b.f(), B.c(), b.p, b.s2())
u = super(B)
print(type(u).__name__, u.__thisclass__, u.__self__, u.__self_class__)
t(lambda: u.f); 
bound = u.__get__(b, B)
print(bound.f(), bound.__thisclass__, bound.__self_class__)
class C(B): pass
C._C__super = super(C)
class D(C):
    def f(self): return "D", self._C__super.f()
print(D().f())
print(repr(super(B, b)).split(" ")[0:3], repr(super(B)))
t(lambda: super(B, 5)); t(lambda: super(5)); t(lambda: super(B, A())); t(lambda: super()); t(lambda: super(B, b).nope); t(lambda: super(B,B).c()); t(lambda: super(B, b).__class__)
def f(): return super().x
t(f)
def g(self): return super().x
t(lambda: g(b))
class F(A):
    def __setattr__(self, n, v):
        print("set", n); super().__setattr__(n, v)
    def __getattribute__(self, n):
        print("get", n); return super().__getattribute__(n)
    def __init_subclass__(cls, **kw):
        print("sub", cls, kw); super().__init_subclass__()
f = F(); f.y = 3; f.y
class G(F, k=1): pass
def sa(): super(B, b).x = 3
t(sa)
t(lambda: super(B, b).x)
class Meta(type):
    def __call__(cls, *a): print("call", cls.__name__); return super().__call__(*a)
    def __new__(m, n, b, ns): print("new", n); return super().__new__(m, n, b, ns)
class H(metaclass=Meta):
    def __new__(cls): print("Hnew"); return super().__new__(cls)
H()
print(super.__name__, super.__mro__)
class Sub(super): pass
print(Sub(B, b).f())
class L(list):
    def append(self, x): print("app"); super().append(x)
    def __getitem__(self, i): return super().__getitem__(i)
    def __len__(self): return super().__len__() + 100
    def __eq__(self, o): return super().__eq__(o)
    def __iter__(self): return super().__iter__()
    def __contains__(self, o): return super().__contains__(o)
    def __repr__(self): return "L" + super().__repr__()
l = L([1]); l.append(2); print(l[0], len(l), l == [1,2], list(l), 3 in l, l, [l])
class Di(dict):
    def __missing__(self, k): return "m" + str(k)
    def __setitem__(self, k, v): super().__setitem__(k, v*2)
    def update(self, *a): super().update(*a)
d = Di(a=1); d["b"] = 2; d.update(c=3) if 0 else d.update({"c": 3}); print(d, d["zz"], d.get("zz"), "%(q)s" % d, "{x[q]}".format(x=d))
class SS(str):
    def __new__(cls, v, extra): o = super().__new__(cls, v); o.extra = extra; return o
    def upper(self): return SS(super().upper(), self.extra+1)
    def __add__(self, o): return SS(super().__add__(o), 0)
s = SS("ab", 1); print(s.upper(), s.upper().extra, type(s + "c"), s.lower().__class__, s.__len__())
class N(int):
    def __add__(self, o): return N(super().__add__(o))
    def __repr__(self): return f"N({super().__repr__()})"
print(N(3)+4, N(3)-4, 4+N(3), [N(5)], f"{N(5)}", str(N(5)), N(5).bit_length(), N(5).real.__class__)
