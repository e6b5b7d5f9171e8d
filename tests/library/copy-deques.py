# Deques, derived ones too, are copied with what they hold and their attributes.
import collections
import copy
class D(collections.deque):
    pass
d = D([1, [2]], 3)
d.x = [1]
c = copy.deepcopy(d)
print(type(c).__name__, c, c.maxlen, c.x, c[1] is d[1], c.x is d.x)
c = copy.deepcopy(collections.deque([[1]]))
print(c, c.maxlen)
c = copy.deepcopy(D())
print(c, c.maxlen, vars(c))
