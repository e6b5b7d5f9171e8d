# The order of ends in a cycle: weak references, finalizers, then clearing.
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name, 'other is', self.other.name, 'ref', ref())


a, b = Node('a'), Node('b')
a.other, b.other = b, a
ref = weakref.ref(a, lambda r: print('callback', r()))
weakref.finalize(b, print, 'finalize b')
del a, b
print('dropped', ref() is not None)
gc.collect()
print('collected', ref())


def generator(name):
    try:
        me = yield
        yield me
    finally:
        print('closing', name)


g = generator('g')
next(g)
g.send(g)
del g
print('before')
print(gc.collect())


class Owner:
    """Its reference with a callback is garbage too: nothing is called."""


o = Owner()
o.me = o
o.ref = weakref.ref(o, lambda r: print('never'))
del o
print(gc.collect())


def fails():
    class Bad:
        def __del__(self):
            print('del Bad')
            raise ValueError('in __del__')
    x = Bad()
    x.x = x


fails()
gc.collect()
print('end')
