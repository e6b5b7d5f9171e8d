# Order of insertion, changes while iterating, and keys that misbehave.
def attempt(what, do):
    try:
        print(what, do())
    except Exception as error:
        print(what, type(error).__name__, error)
d = {}
for key in 'zebra':
    d[key] = len(d)
print(d, list(d))
d['z'] = 'changed'
del d['e']
d['e'] = 'again'
print(d, d.popitem(), d)
d |= {'q': 1, 'b': 2}
print(list(d.items()))
def grow():
    for key in d:
        d[key + '!'] = 1
def shrink():
    for key in d:
        del d[key]
def swap():
    for key in list(d)[:1]:
        pass
    for key in d:
        d[key + '?'] = d.pop(key)
attempt('grow', grow)
attempt('shrink', shrink)
attempt('swap', swap)
attempt('items', lambda: [d.pop(k) for k, v in d.items()])
attempt('values', lambda: [d.setdefault(v, 1) for v in d.values()])
attempt('reversed', lambda: [d.clear() for _ in reversed(d)])
it = iter({'a': 1})
print(next(it), next(it, 'end'), next(it, 'end'))
class Key:
    def __init__(self, name, fail=False):
        self.name, self.fail = name, fail
    def __hash__(self):
        return 1
    def __eq__(self, other):
        if self.fail:
            raise ValueError('no comparing')
        return isinstance(other, Key) and self.name == other.name
table = {Key('a'): 1, Key('b'): 2}
table[Key('a')] = 3
print(list(table.values()), table.get(Key('b')), table.get(Key('c')))
attempt('eq', lambda: table[Key('a', True)])
attempt('set', lambda: table.__setitem__(Key('z', True), 1))
attempt('unhashable', lambda: table.get({}))
print(len(table), {Key('x'): 1} == {Key('x'): 1})
