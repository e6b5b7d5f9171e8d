# Counters with counts that are not numbers, or not positive.
from collections import Counter


def told(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


counters = [Counter(a=1, b=-2), Counter(a='x'), Counter(b=2.5, c=-1), Counter({'c': None}), Counter()]
for one in counters:
    told(lambda: +one)
    told(lambda: -one)
    for other in counters:
        told(lambda: one + other)
        told(lambda: one - other)
        told(lambda: one | other)
        told(lambda: one & other)
