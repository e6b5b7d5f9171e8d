# Assigning __bases__, immutable types, what __new__ and __init__ accept, mro().
class P: pass
class Q(P): pass
class D: pass
P.__name__ = "Renamed"
Q.__bases__ = (D,); print(Q.__mro__)
try: Q.__bases__ = ()
except TypeError as e: print(e)
try: int.x = 5
except TypeError as e: print(e)
try: del int.real
except TypeError as e: print(e)
try: object().x = 5
except AttributeError as e: print(e)
try: object.__new__(5)
except TypeError as e: print(e)
try: object.__new__(int)
except TypeError as e: print(e)
try: int.__new__(str)
except TypeError as e: print(e)
try: object(1)
except TypeError as e: print(e)
try: P(1)
except TypeError as e: print(e)
class N1:
    def __new__(cls, a): return super().__new__(cls)
try: N1()
except TypeError as e: print(e)
print(N1(1).__class__)
class N2:
    def __new__(cls, a): return super().__new__(cls, a)
try: N2(1)
except TypeError as e: print(e)
class N3:
    def __init__(self): return 5
try: N3()
except TypeError as e: print(e)
class N4:
    def __init__(self, a): pass
    def __new__(cls): return object.__new__(cls)
try: N4()
except TypeError as e: print(e)
class Mro(type):
    def mro(cls): return [cls, D, object]
class Mx(metaclass=Mro): pass
print(Mx.__mro__)
print(type.__call__(int, "5"))
class Abs: pass
