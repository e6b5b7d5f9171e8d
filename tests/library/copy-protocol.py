# copy: shallow and deep copies, and the methods that classes may define.
import copy
def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)
class P:
    def __init__(self, x):
        self.x = x
class Slots:
    __slots__ = ('a', 'b')
class Own:
    def __copy__(self):
        return 'copied'
    def __deepcopy__(self, memo):
        return ('deep', len(memo) >= 0)
class State:
    def __init__(self):
        self.a, self.b = 1, 2
    def __getstate__(self):
        return {'a': self.a}
    def __setstate__(self, state):
        self.__dict__.update(state, restored=True)
class Reduced:
    def __reduce__(self):
        return (dict, ([('made', 1)],))
class Items(list):
    tag = None
p = P([1])
q, r = copy.copy(p), copy.deepcopy(p)
print(q.x is p.x, r.x is p.x, r.x, type(q) is P)
s = Slots()
s.a = [1]
t = copy.deepcopy(s)
print(t.a, t.a is s.a, hasattr(t, 'b'), copy.copy(Own()), copy.deepcopy(Own()), vars(copy.copy(State())), copy.copy(Reduced()))
loop = [1]
loop.append(loop)
twin = copy.deepcopy(loop)
print(twin[1] is twin, twin is loop)
shared = [[]]
pair = copy.deepcopy([shared, shared])
print(pair[0] is pair[1], pair[0] is shared)
items = Items([1, [2]])
items.tag = ['t']
again = copy.deepcopy(items)
print(again, type(again).__name__, again.tag, again.tag is items.tag, copy.copy(items)[1] is items[1])
for value in (1, 'a', None, (1, 2), frozenset({1}), len, int, b'b', range(3), ..., 1.5):
    print(copy.copy(value) is value, copy.deepcopy(value) is value, end=' ')
print(copy.deepcopy(([1],))[0], copy.copy({1: [2]}), copy.deepcopy({1, 2}), copy.copy(bytearray(b'a')), copy.deepcopy({(1, 2): [3]}))
error = copy.copy(KeyError('k', 1))
print(repr(error), repr(copy.deepcopy(ValueError([1]))))
attempt(lambda: copy.copy(x for x in []))
attempt(lambda: copy.deepcopy({'g': (x for x in [])}))
