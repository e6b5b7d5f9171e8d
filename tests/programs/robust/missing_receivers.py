# Functions that sort out their keywords themselves, called without what they need.
import itertools
import operator


def kind(call):
    try:
        return call()
    except Exception as e:
        return type(e).__name__


print(kind(lambda: operator.call(a=1)))
print(kind(lambda: operator.call()))
print(kind(lambda: operator.call(dict, a=1)))
for cls in (map, zip, filter, enumerate, itertools.product, itertools.zip_longest, itertools.chain,
            operator.itemgetter, operator.attrgetter, operator.methodcaller, dict, list, object, int):
    print(cls.__name__, kind(lambda: cls.__new__()), kind(lambda: cls.__new__(a=1)))
print(kind(lambda: object.__repr__()), kind(lambda: dict.update()), kind(lambda: list.append()))
print(kind(lambda: type.__call__()), kind(lambda: property.__get__()), kind(lambda: object.__eq__()))


def f(a): return a


f.__defaults__ = (1, 2, 3)
try:
    f(1, 2)
except TypeError as e:
    print(e)
