# Cycles, and what the globals hold, end with the program.
import atexit
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        # The names of the module still have their values.
        print('del', self.name, describe(self))


def describe(node):
    return 'with a cycle' if hasattr(node, 'me') else 'alone'


def generator(name):
    try:
        yield
    finally:
        print('closing', name)


last = None
first = Node('first')
last = Node('second')
cycle = Node('cycle')
cycle.me = cycle
lost = Node('lost')
lost.me = lost
del lost
running = generator('running')
next(running)
watched = Node('watched')
reference = weakref.ref(watched, lambda r: print('never: it is garbage too'))
atexit.register(print, 'atexit')
print('end')
