# functools: lru_cache, cache, cached_property.
from functools import cache, cached_property, lru_cache
def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)
@lru_cache(maxsize=2)
def square(n):
    """Doc."""
    print('computing', n)
    return n * n
print(square(1), square(2), square(1), square(3), square(2))
print(square.cache_info(), square.__wrapped__(4), square.__name__, square.cache_parameters())
square.cache_clear()
print(square.cache_info(), square.cache_info().hits, square.cache_info()._asdict())
@lru_cache
def typed_not(*args, **kwargs):
    return args, kwargs
print(typed_not(1), typed_not(1.0), typed_not(a=1, b=2), typed_not(b=2, a=1), typed_not.cache_info())
@lru_cache(maxsize=None, typed=True)
def typed(x):
    return type(x).__name__
print(typed(1), typed(1.0), typed(True), typed.cache_info(), typed.cache_parameters())
@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
attempt(lambda: fib([]))
attempt(lambda: lru_cache('x'))
attempt(lambda: lru_cache(maxsize='x')(len))
zero = lru_cache(maxsize=0)(lambda x: x)
print(zero(1), zero(1), zero.cache_info(), lru_cache(maxsize=-5)(len).cache_parameters())
class C:
    @cached_property
    def value(self):
        print('once')
        return 42
    @lru_cache
    def method(self, x):
        return x
c = C()
print(c.value, c.value, vars(c), C.value, C.value.attrname)
c.value = 5
print(c.value)
del c.value
print(c.value, c.method(1), c.method(1), C.method.cache_info())
