# Nothing, any number of times, is nothing at once; the end of time is no error.
import itertools
import operator
import sys
from collections import deque

most = sys.maxsize
print([] * most, () * most, "" * most, b"" * most, bytearray() * most)
print(operator.imul([], most), operator.mul((), 1 << 62), operator.iconcat([], ()))
empty = []
empty *= most
print(empty, deque() * most)
print(list(itertools.product(repeat=most)))
print(next(itertools.product(range(100_000), repeat=200))[:3])
