# Copies of dicts with attributes of their own.
import copy
from collections import OrderedDict
class O(OrderedDict):
    pass
o = O(a=1)
o.x = [5]
for how in (copy.copy, copy.deepcopy, O.copy):
    c = how(o)
    print(type(c).__name__, c, getattr(c, 'x', None), getattr(c, 'x', None) is o.x)
print(copy.copy(OrderedDict(b=1, a=2)))
d = {'a': 1, 'b': 2, 'c': 3}
try:
    for key in d:
        if key == 'b':
            d['B'] = d.pop('b')
except RuntimeError as error:
    print(error)
