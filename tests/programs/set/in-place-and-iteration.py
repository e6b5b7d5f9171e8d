# In-place operators of set, changes while iterating, and sets of objects with own equality.
def attempt(what, do):
    try:
        print(what, do())
    except Exception as error:
        print(what, type(error).__name__, error)
s = t = {1, 2, 3}
s |= {4}
s &= {2, 3, 4, 5}
s -= {2}
s ^= {3, 9}
print(s, t is s)
f = g = frozenset({1})
f |= {2}
print(f, g, f is g)
attempt('list', lambda: s.__ior__([1]))
for name in ('__ior__', '__iand__', '__isub__', '__ixor__'):
    print(name, getattr({1, 2}, name)({2, 3}), getattr({1}, name)([2]), hasattr(frozenset, name))
def operator_error():
    global s
    s |= [1]
attempt('|=', operator_error)
attempt('grow', lambda: [s.add(n + 100) for n in s])
attempt('shrink', lambda: [s.discard(n) for n in s])
s = {1, 2, 3}
s -= s
print(s)
s = {1, 2, 3}
s ^= s
print(s)
s = {1, 2}
s.update(s)
s.intersection_update(s)
print(s)
class P:
    def __init__(self, x):
        self.x = x
    def __eq__(self, other):
        return isinstance(other, P) and self.x == other.x
    def __hash__(self):
        return hash(self.x)
    def __repr__(self):
        return f'P({self.x})'
print({P(1), P(1)}, P(1) in {P(1)}, {P(1)} == {P(1)}, {P(1)} - {P(1)}, {P(1)} & {P(2)})
print(len({P(n % 3) for n in range(9)}), {P(1)}.issubset([P(1), P(2)]))
class Unhashable:
    def __eq__(self, other):
        return True
attempt('unhashable', lambda: {Unhashable()})
print(Unhashable.__hash__, list({3: 0, 1: 0}.keys() & {1, 3}), sorted({1, 2} ^ {2, 3}))
