import types

def method(self):
    pass

iterator, bound, part, members = iter([1]), object(), None, frozenset()
prop = None
for _ in range(50_000):
    iterator = map(int, iterator)
    bound = types.MethodType(method, bound)
    part = slice(part)
    members = frozenset([1, members]) if _ % 2 else frozenset([members])
    prop = property(prop)
del iterator, bound, part, members, prop
print('dropped')
