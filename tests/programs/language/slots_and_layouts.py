# __slots__, layouts, assigning __class__ and __bases__, what may be instantiated.
class P: pass
class Q(P): pass
class D: pass
class O1: __slots__ = ("a", "b")
class O2(O1): __slots__ = ("c",)
class O3(O1): pass
o = O2(); o.a = 1; o.c = 3; print(o.a, o.c)
for f in ["o.b", "o.zz", "setattr(o,'zz',1)", "o.__dict__", "delattr(o,'b')"]:
    try: print(eval(f))
    except Exception as e: print(type(e).__name__, e)
o3 = O3(); o3.a = 1; o3.q = 2; print(o3.__dict__, O1.__slots__, O1.a, type(O1.a))
import weakref
try: weakref.ref(o)
except TypeError as e: print(e)
for s in ["__slots__ = 5", "__slots__ = ('1a',)", "__slots__ = (5,)", "__slots__ = ('a',); a = 1", "__slots__ = ('__dict__', '__dict__')"]:
    try: exec(f"class Z:\n {s}")
    except Exception as e: print(type(e).__name__, e)
class Z:
    __slots__ = ("x", "__dict__", "__weakref__")
z = Z(); z.y = 1; z.x = 2; print(z.__dict__, weakref.ref(z)() is z)
try:
    class S1: __slots__ = ("a",)
    class S2: __slots__ = ("b",)
    class S3(S1, S2): pass
except TypeError as e: print(e)
try:
    class I(int): __slots__ = ("a",)
except TypeError as e: print(e)
class St(str): __slots__ = ()
try: St("a").x = 1
except AttributeError as e: print(e)
class Me:
    def __mro_entries__(self, bases): print(len(bases)); return (P,)
class U(Me()): pass
print(U.__bases__, U.__orig_bases__[0].__class__.__name__)
p = P(); p.__class__ = Q; print(type(p).__name__)
for v in [5, int, O1]:
    try: p.__class__ = v
    except TypeError as e: print(e)
try: (5).__class__ = P
except (TypeError, AttributeError) as e: print(e)
P.__name__ = "Renamed"; print(P, P().__class__.__name__, P.__qualname__)
try: P.__name__ = 5
except TypeError as e: print(e)
try: del P.__name__
except TypeError as e: print(e)
