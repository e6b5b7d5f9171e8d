# Generators, finally, with, unpacking: yield in every position and all ways out.
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__))
def g1():
    try:
        x = yield 1
        print("got", x)
        y = (yield 2) or (yield 3)
        return y
    finally:
        print("fin")
g = g1(); print(next(g), g.send("a"), g.send(None)); t(lambda: g.send("z")); t(lambda: next(g))
def g2():
    try: yield 1
    except ValueError as e: print("caught", e); yield 2
    finally:
        yield 3
g = g2(); next(g); print(g.throw(ValueError("v")), next(g)); t(lambda: next(g))
g = g2(); next(g); t(lambda: g.close())
g = g2(); t(lambda: g.throw(KeyError("k"))); t(lambda: next(g))
def g3():
    while True:
        try: yield
        except GeneratorExit: print("ge"); return 5
g = g3(); next(g); print(g.close())
def g4():
    r = yield from g5(); print("r", r)
    r = yield from [1, 2]; print(r)
    yield from "ab"
def g5():
    x = yield "five"; return x
g = g4(); print(next(g), g.send("sent"), list(g))
def g6(): yield from 5
t(lambda: list(g6()))
def g7(): raise StopIteration(3); yield
t(lambda: next(g7()))
def g8():
    for i in range(3):
        try: yield i
        finally: print("f", i)
for x in g8():
    if x == 1: break
def f9():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            print("i", i)
        finally: print("fin", i)
    else: print("else")
    return "end"
print(f9())
def f10():
    try: return "try"
    finally: print("in finally")
def f11():
    try: raise ValueError
    finally: return "swallow"
def f12():
    while True:
        try: return 1
        finally: break
    return 2
def f13():
    for i in (1, 2):
        try: 1/0
        finally: continue
    return "c"
print(f10(), f11(), f12(), f13())
def f14():
    try:
        try: 1/0
        except ZeroDivisionError: raise KeyError("a")
        finally: print("inner")
    except KeyError as e: return e.__context__
print(repr(f14()))
def f15():
    try: pass
    except: print("no")
    else: return "else"
    finally: print("fin")
print(f15())
g = (x for x in range(3)); t(lambda: g.send(1)); print(next(g), g.gi_running, g.gi_frame is not None, g.gi_code.co_name, g.gi_yieldfrom)
t(lambda: g.throw(5)); t(lambda: g.throw(ValueError, "x")); t(lambda: next(g))
def rec(): 
    def inner(): next(gg); yield
    gg = inner()
    next(gg)
t(rec)
def g16():
    a = yield
    b = yield a
    c = [(yield 1), (yield 2)]
    d = {"k": (yield 3)}
    e = f"{(yield 4)}"
    print(a, b, c, d, e)
    assert (yield 5), "ass"
g = g16(); next(g)
for v in "abcdefg":
    try: print(g.send(v))
    except StopIteration as s: print("stop", s.value)
def lam(): return lambda: (yield 5)
print(list(lam()()))
print([*(i for i in range(3)), *(j for j in "ab")], {**{"a": 1}, **dict(b=2)}, (*[1], *(2,)))
def g17():
    with open17() as z: yield z
class CM:
    def __init__(s, n, sup=False): s.n = n; s.sup = sup
    def __enter__(s): print("enter", s.n); return s
    def __exit__(s, *a): print("exit", s.n, a[0] and a[0].__name__, a[1]); return s.sup
with CM(1) as a, CM(2, True) as b, CM(3):
    raise ValueError("w")
print("after")
def f18():
    with CM(4): return "r"
print(f18())
for i in range(2):
    with CM(i):
        if i: break
        continue
t(lambda: (lambda: [1 for _ in CM(5)])())
class BadCM:
    __enter__ = 5
try:
    with BadCM(): pass
except Exception as e: print(type(e).__name__, e)
class NoExit:
    def __enter__(s): pass
try:
    with NoExit(): pass
except Exception as e: print(type(e).__name__, e)
class BadExit(CM):
    def __exit__(s, *a): raise KeyError("in exit")
try:
    with BadExit(6): raise ValueError("body")
except KeyError as e: print(repr(e), repr(e.__context__))
import itertools
def countdown(n):
    while n: n -= 1; (yield n)
print(list(itertools.takewhile(lambda x: x > 2, countdown(6))), sum(countdown(4)), max(countdown(3)), sorted(countdown(3)), dict(zip("ab", countdown(2))))
def deep(n):
    if n: yield from deep(n-1)
    yield n
print(sum(deep(50)))
it = iter([1,2,3]); print(list(zip(it, it)), next(it, "d"))
it = iter(lambda c=[0]: c.append(1) or len(c), 4); print(list(it))
a = b = c = []; a += [1]; print(b is c, c)
x, (y, *z), w = 1, (2, 3, 4), 5; print(x, y, z, w)
for i, (p, q) in enumerate([(1, 2), (3, 4)]): print(i, p, q)
[first, *_, last] = "hello"; print(first, last, _)
i = 0; lst = [0, 0]; i, lst[i] = 1, 9; print(i, lst)
del (x, y), [z]; print("x" in globals())
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, z=3))
