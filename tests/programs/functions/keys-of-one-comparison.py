# Keys of functools.cmp_to_key are of one class.
from functools import cmp_to_key, total_ordering
import functools, heapq
def f(a, b): return (a > b) - (a < b)
K = cmp_to_key(f)
print(sorted([3,1,2], key=K), K(1) < K(2), K(1) == K(1), K(1) != K(2), K(2) >= K(3), K(2) <= K(3), K(3) > K(2))
print(cmp_to_key(f)(1) < cmp_to_key(f)(2), K(5).obj, callable(K), type(K).__name__, type(K(1)) is type(K))
try: K(1) < 5
except TypeError as e: print(e)
try: K(1) < K("a")
except TypeError as e: print(e)
h = []
for x in (3, 1, 2): heapq.heappush(h, (cmp_to_key(f)(x), x))
print([heapq.heappop(h)[1] for _ in range(3)])
print(max([1, 5, 3], key=K), min("bca", key=cmp_to_key(lambda a, b: -1 if a < b else 1)))
def bad(a, b): raise ValueError("cmp")
try: sorted([1, 2], key=cmp_to_key(bad))
except ValueError as e: print(repr(e))
def neg(a, b): return None
try: sorted([1, 2], key=cmp_to_key(neg))
except TypeError as e: print(e)
K2 = cmp_to_key(mycmp=f)
print(sorted([2, 1], key=K2))
print(K2(obj=3).obj)
