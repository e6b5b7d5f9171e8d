# Descriptors, properties, attribute hooks, callables, hashing.
class Data:
    def __get__(s, o, t): return "data"
    def __set__(s, o, v): print("set", v)
    def __delete__(s, o): print("delete")
class NonData:
    def __get__(s, o, t): return "nondata"
class C:
    d = Data(); n = NonData()
c = C(); c.__dict__["d"] = 1; c.__dict__["n"] = 2
print(c.d, c.n); c.d = 5; del c.d; del c.n; print(c.n, C.d, C.n)
class OnlySet:
    def __set__(s, o, v): o.__dict__["x"] = v * 2
class C2: x = OnlySet()
c = C2(); print(type(c.x).__name__); c.x = 4; print(c.x)
try: del c.x
except AttributeError as e: print(e)
class OnlyDel:
    def __delete__(s, o): print("od")
class C3: x = OnlyDel()
try: C3().x = 1
except AttributeError as e: print(e)
class P:
    def __init__(s): s._x = 1
    @property
    def x(s):
        "doc of x"
        return s._x
    @x.setter
    def x(s, v): s._x = v
    @x.deleter
    def x(s): print("del x")
    @property
    def ro(s): return 1
    wo = property(None, lambda s, v: print("wo", v))
p = P(); p.x = 5; print(p.x, P.x.__doc__, P.x.fget.__name__); del p.x
for s in ["p.ro = 1", "del p.ro", "p.wo", "del p.wo"]:
    try: exec(s)
    except AttributeError as e: print(e)
p.wo = 3
print(property().__get__, type(P.x), P.__dict__["x"].__class__) if 0 else None
class Sub(P):
    @P.x.getter
    def x(s): return "sub"
print(Sub().x, Sub().ro)
class PropErr:
    @property
    def a(self): return self.missing
    def __getattr__(self, n): return f"ga:{n}"
print(PropErr().a)
class PE2:
    @property
    def a(self): raise AttributeError("inner")
try: PE2().a
except AttributeError as e: print(e)
class GA:
    def __getattribute__(self, n):
        if n == "z": raise AttributeError("nope")
        return object.__getattribute__(self, n)
    def __getattr__(self, n): return "fallback " + n
    y = 1
print(GA().y, GA().z, GA().w, hasattr(GA(), "q"), getattr(GA(), "r", 5))
class SA:
    def __setattr__(s, n, v): print("setattr", n, v); object.__setattr__(s, n, v)
    def __delattr__(s, n): print("delattr", n); object.__delattr__(s, n)
s = SA(); s.a = 1; del s.a
try: del s.a
except AttributeError as e: print(e)
for src in ["getattr(5, 5)", "getattr(5)", "setattr(5, 'a', 1)", "delattr(5, 'a')", "hasattr(5, 5)", "getattr(5, 'x', 1, 2)", "getattr(C, 'zz')", "(5).real.x", "None.foo", "(lambda: 0).foo", "[].foo", "''.foo", "len.foo", "int.foo", "C().foo()", "type.foo", "(1).__class__.foo", "C.foo = 1; C.foo.bar"]:
    try: exec("print(" + src + ")" if "=" not in src else src)
    except Exception as e: print(src, "->", type(e).__name__, e)
