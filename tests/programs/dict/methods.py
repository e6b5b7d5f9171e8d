# Methods of dict: results, order and errors.
d = {'a': 1, 'b': 2}
class D(dict):
    def __missing__(self, key): return f'no {key}'
class K:
    def keys(self): return ['x', 'y']
    def __getitem__(self, key): return key * 2

for source in r'''
d.get('a'), d.get('z'), d.get('z', 0), d.setdefault('c', 3), d.setdefault('a', 9), d.setdefault('n'), d, d.pop('n'), d.pop('zz', 'default'), d.popitem(), d
list(d), list(d.keys()), list(d.values()), list(d.items()), len(d), 'a' in d, 1 in d, d.copy(), d.copy() is d, list(reversed(d)), list(reversed(d.items())), list(reversed(d.values()))
d.update({'x': 1}), d.update([('y', 2)]), d.update(z=3), d.update({'a': 5}, b=6), d.update(K()), d.update(), d, d.update(('pq', 'rs')), d
dict(), dict(a=1), dict([(1, 2)]), dict({1: 2}, b=3), dict(K()), dict(zip('ab', (1, 2))), dict([[1, 2]]), dict(['ab', 'cd']), dict(((1, 2),), x=3), dict(d) == d, dict(self=1)
dict.fromkeys('ab'), dict.fromkeys([1, 2], 0), dict.fromkeys({}), D.fromkeys('a', 1), type(D.fromkeys('a')), {}.fromkeys('x', []), dict.fromkeys(range(2), 'v')
D()['k'], D(a=1)['a'], D().get('k'), D().__missing__(1), type(D() | {}), type({} | D()), D(a=1) == {'a': 1}, repr(D(a=1)), type(D().copy())
{'a': 1} | {'b': 2}, {'a': 1} | {'a': 2}, {'a': 1}.__or__([]), {'a': 1}.__ror__({'b': 1}), {'a': 1}.__ior__([('c', 3)]), {1: 'a', 1.0: 'b', True: 'c'}, {'b': 1, 'a': 2, 'b': 3}
{'a': 1} == {'a': 1.0}, {'a': 1, 'b': 2} == {'b': 2, 'a': 1}, {'a': 1} == {'a': 2}, {} == [], {1: 2} != {1: 3}, {'a': [1]} == {'a': [1]}, {1: 2} == {True: 2}
{**{'a': 1}, 'b': 2, **{'a': 3}}, {k: v for k, v in [(1, 2), (1, 3)]}, {i: i * i for i in range(3)}, {(1, 2): 3}[1, 2], {None: 1}[None], {1: {2: 3}}[1][2], bool({}), bool({0: 0})
d.pop('missing')
d.pop()
d.pop('a', 1, 2)
d.pop(default=1)
{}.popitem()
d['missing']
d[[]]
d[1, 2]
d.get()
d.get([])
d.setdefault([], 1)
d.update(1)
d.update([1])
d.update(['abc'])
d.update([(1, 2, 3)])
d.update(None)
d.update({}, {})
dict(1)
dict([1])
dict({1: 2}, {3: 4})
dict.fromkeys(1)
dict.fromkeys([[]])
{[]: 1}
{{}: 1}
{'a': 1} | [('b', 2)]
{'a': 1} < {'b': 1}
hash({})
del d['missing']
dict(**{1: 2})
{1: 2} + {3: 4}
d.fromkeys()
d.clear(), d, d.__contains__('a'), d.__len__(), d.__eq__({}), d.__getitem__.__name__, {1: 2}.__iter__().__next__(), {1: 2}.__reversed__().__next__(), dict.__class_getitem__((str, int))
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
