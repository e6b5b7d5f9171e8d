import weakref
from collections import deque
from collections.abc import MutableSequence


class A:
    def __init__(self, name):
        self.name = name


def names(items):
    return sorted(item.name for item in items)


a, b, c = map(A, 'abc')
one = weakref.WeakSet([a, b])
two = weakref.WeakSet([b, c])
print(names(one | two), names(one & two), names(one - two), names(one ^ two))
print(names(one.symmetric_difference([a, c])), type(one ^ two).__name__)
print(one == weakref.WeakSet([b, a]), one == {a, b}, one != two, one < one | two, one > two, one >= one)
print(one.isdisjoint([c]), one.isdisjoint(two))
three = one.copy()
three |= two
three -= weakref.WeakSet([a])
print(names(three))
three ^= one
print(names(three))
three.difference_update([a])
three.intersection_update([b, c])
print(names(three))
three.symmetric_difference_update([a, c])
print(names(three))
three &= one
print(names(three))
try:
    three.remove(b)
except KeyError:
    print('not in')
print(three.pop().name, len(three))
try:
    three.pop()
except KeyError as error:
    print(error)

keys = weakref.WeakKeyDictionary({a: 1})
more = keys | {b: 2}
print(type(more).__name__, len(more), len({c: 3} | keys), len(keys))
keys |= {c: 5}
print(len(keys), keys[c])
values = weakref.WeakValueDictionary({1: a})
more = values | {2: b}
values |= more
print(type(more).__name__, sorted(values), sorted({3: c} | values))
try:
    values | 5
except TypeError as error:
    print(error)
del b
print(sorted(values), len(more))
print(isinstance(deque(), MutableSequence), issubclass(deque, MutableSequence))
