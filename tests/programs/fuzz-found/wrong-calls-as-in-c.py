# Wrong calls of functions that CPython has in C: its parsers have their words.
import binascii
import bisect
import functools
import heapq
import math
import operator
import struct
import zlib

FUNCTIONS = [
    binascii.a2b_base64, binascii.crc32, binascii.hexlify, binascii.unhexlify,
    bisect.bisect_left, bisect.insort, functools.cmp_to_key, heapq.heapify,
    heapq.heappush, math.isclose, math.sqrt, math.gcd, operator.add,
    operator.neg, struct.calcsize, struct.iter_unpack, struct.pack,
    struct.pack_into, struct.unpack, struct.unpack_from, zlib.adler32,
    zlib.compress, zlib.compressobj, struct.Struct("b").unpack,
    struct.Struct("b").unpack_from, struct.Struct("b").pack_into,
]


def show(function, *arguments, **keywords):
    try:
        function(*arguments, **keywords)
    except TypeError as error:
        if "arg" in str(error):
            print(arguments, keywords, error)
    except Exception as error:
        print(type(error).__name__, error)


for function in FUNCTIONS:
    if function not in (struct.pack, math.gcd):
        show(function, 1, 2, 3, 4, 5, 6, 7)
    show(function)
    show(function, other=1)
    show(function, b"", other=1)
show(bisect.bisect_left, [1], 2, x=3)
show(bisect.bisect_left, [1], 2, 0, 1, None)
show(struct.unpack_from, "b", b"a", buffer=b"b")
show(binascii.a2b_base64, b"", True)
