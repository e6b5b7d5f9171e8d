# Type parameters, type statements, generics (Python 3.12 and 3.13; recorded with 3.13).
type Alias[T] = list[T]
type Simple = int | "str"
print(Alias, Alias.__name__, Alias.__type_params__, Alias[int], Alias.__value__, Simple.__value__ if 0 else "", type(Alias).__name__)
def f[T: int, *Ts, **P](a: T, *b: *Ts) -> T: return a
print(f.__type_params__, f(3), f.__type_params__[0].__bound__)
class A[T, U: (int, str) = int]:
    def m[V](self, x: T) -> V: return x
print(A.__type_params__, A[int, str], A.__orig_bases__, A.__parameters__, A.m.__type_params__, A.__type_params__[1].__constraints__, A.__type_params__[1].__default__, A.__type_params__[0].has_default())
class B[T](A[T, int]): pass
print(B[int], B.__mro__, B.__orig_bases__)
print(A[int, str]().m(5), A[int, str]().__orig_class__)
try: A[int, str, int]
except TypeError as e: print(e)
type Rec = list[Rec] | int
print(Rec.__value__)
type Lazy = undefined_thing
try: Lazy.__value__
except NameError as e: print(e)
print(isinstance(5, int | str), issubclass(int, int | None), int | None, list[int] | None, (int | str) == (str | int))
try: isinstance(5, list[int])
except TypeError as e: print(e)
try: isinstance(5, Simple)
except TypeError as e: print(e)
T = 5
def g[T](x): return T
print(g(1), T)
class C[T]:
    T2 = T
    def h(self): return T
print(C.T2, C().h() is C.T2)
