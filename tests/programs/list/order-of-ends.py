# The order in which parts of a list end.
class D:
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n)
l=[D(1),D(2),D(3)]
del l
l=[D(1),D(2),D(3)]
l.clear()
l=[D(1),D(2),D(3)]
del l[:2]
l=[D(1),D(2),D(3)]
l[:]=[]
t=(D(1),D(2),D(3))
del t
d={1:D(1),2:D(2)}
d.clear()
d={1:D(1),2:D(2)}
del d
class A: pass
a=A(); a.x=D(1); a.y=D(2)
del a
from collections import deque
q=deque([D(1),D(2)]); q.clear()
q=deque([D(1),D(2)]); del q
def f():
    a=D(1);b=D(2);c=D(3)
f()
