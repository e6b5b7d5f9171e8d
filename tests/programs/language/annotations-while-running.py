# A body that reads `__annotations__` sees those made so far.
import sys
x: int = 3
y: 'str'
print(__annotations__)
class A:
    a: int
    print(__annotations__)
    b: str = 3
    __annotations__['c'] = float
print(A.__annotations__)
def f():
    z: int = 3
    return locals(), sorted(__annotations__)
print(f())
print(sys.modules['__main__'].__annotations__ is __annotations__)
__annotations__['q'] = 5
(w): int = 3
if x:
    k: list[int]
print(__annotations__)
def late():
    class B:
        n: int
        print(__annotations__)
        m: int if __annotations__ else str
    return B
print(late().__annotations__)
