# An object has its id also while it ends.
live = {}
class Node:
    def __init__(self, name):
        self.name = name
        live[id(self)] = name
    def __del__(self):
        print('del', live.pop(id(self), 'UNKNOWN'))
a = Node('a')
del a
print(live)
b = Node('b')
b.me = b
del b
import gc; gc.collect()
print(live)
def f():
    c = Node('c')
f()
print(live)
class Res(Node):
    def __del__(self): keep.append(self); print('kept', id(self) in live)
keep = []
r = Res('r'); i = id(r); del r; print(id(keep[0]) == i)
