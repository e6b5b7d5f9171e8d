# What gc.collect() counts as unreachable.
import collections
import gc
import weakref

gc.disable()


class Node:
    pass


class Slotted:
    __slots__ = 'a', 'b'


class Stack(list):
    pass


def pair():
    x, y = Node(), Node()
    x.other, y.other = y, x


def mixed():
    x = Node()
    x.me, x.items, x.plain, x.nested = x, [1, 2], {'a': 1}, {'a': []}


def closure():
    def inner():
        return inner


def bound():
    x = Node()
    x.method = x.__init__


def containers():
    x = Node()
    x.set, x.frozen, x.tuple, x.iter = {x}, frozenset([x]), (x,), iter([x])
    x.deque = collections.deque([x])


def subclass():
    x = Stack()
    x.append(x)


def slots():
    x = Slotted()
    x.a = x


def local_class():
    class A:
        def f(self):
            return super().f()


def reference():
    x = Node()
    x.x, x.ref = x, weakref.ref(x)


def acyclic():
    x = Node()
    x.child = Node()


for make in (pair, mixed, closure, bound, containers, subclass, slots,
             local_class, reference, acyclic):
    gc.collect()
    make()
    print(make.__name__, gc.collect())
