# Scopes of classes, closures and comprehensions; defaults; decorators; formatting.
x = "global"
class A:
    x = "class"
    y = [x for _ in range(1)]
    z = [i for i in x]
    def f(self): return x
    w = (lambda: x)()
    try: v = [x + q for q in x if x]
    except NameError as e: print(e)
    def __init__(self): self.__p = 1
    __q = 2
    class B:
        t = x
print(A.y, A.z, A().f(), A.w, A.B.t, A().__dict__, A._A__q)
def outer():
    v = 1
    def inc():
        nonlocal v; v += 1; return v
    class C:
        nonlocal v
        v = 10
    def g(): return v
    return inc(), g(), [lambda: i for i in range(3)][0]()
print(outer())
def f1():
    try: print(un)
    except UnboundLocalError as e: print(e)
    un = 1; del un
    try: print(un)
    except UnboundLocalError as e: print(e)
    def h(): return late
    try: h()
    except NameError as e: print(type(e).__name__, e)
    late = 1
    for e in []: pass
    try: e
    except UnboundLocalError as ee: print(ee)
    try: 1/0
    except ZeroDivisionError as zz: pass
    try: zz
    except UnboundLocalError as ee: print(ee)
f1()
def f2():
    global newg; newg = 5
    import math as m, os.path
    return m.pi > 3, os.path.basename("a/b")
print(f2(), newg)
print([x for x in range(3)], x, {x: y for x, y in [(1, 2)]}, {x for x in "a"}, [(i, j) for i in range(3) if i for j in range(i) if j < 5])
fs = [lambda n=n: n for n in range(3)]; print([f() for f in fs])
if (n := 10) > 5 and (m := n * 2): print(n, m)
print([y := 1, y**2], [last := v for v in range(4)], last, (lambda: (zz := 5) + zz)())
def deff(a, b=[], *, c={}): b.append(a); c[a] = 1; return b, c
print(deff(1), deff(2), deff.__defaults__, deff.__kwdefaults__)
def attrs(): "doc"
attrs.z = 1; print(attrs.__dict__, attrs.__doc__, attrs.__name__, attrs.__qualname__, attrs.__module__)
def closure():
    a = 1
    def inner(): return a, b
    b = 2
    return inner
ci = closure(); print(ci.__closure__[0].cell_contents, ci.__code__.co_freevars, ci(), closure.__code__.co_cellvars, closure.__code__.co_varnames, ci.__qualname__)
def dec(*a): return lambda f: (a, f.__name__)
@dec(1, 2)
def d1(): pass
@(lambda f: "lam")
def d2(): pass
@[dec(3)][0]
class d3: pass
print(d1, d2, d3)
def pos(a, /, b, *, c): return a, b, c
print(pos(1, 2, c=3), pos(1, b=2, c=3), pos.__code__.co_posonlyargcount, pos.__code__.co_kwonlyargcount, pos.__code__.co_argcount)
def kw(a, /, **k): return a, k
print(kw(1, a=2))
print(f"{'a' if x else 'b'} {x!s} {x!a} {[1,2][0]} {dict(a=1)!r} {3:05d} {-3:+d} {0.1+0.2:g} {1e10:e} {True:d} {None} {...}")
print("%s %r %5.2f %-5d| %05d %x %o %e %% %c" % ("a", "b", 3.14159, 42, 42, 255, 8, 12345.678, "z"))
print("{0} {1!r} {name:>5} {0:*^9} {lst[0]} {d[k]} {obj.real}".format("a", "b", name="n", lst=[1], d={"k": 2}, obj=5))
