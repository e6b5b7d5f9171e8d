# Dict methods, views, subclasses, keys with methods in Python.
d = {'a': 1, 'b': 2}
print(d.get('a'), d.get('z'), d.get('z', 0), d.setdefault('c', 3), d.setdefault('a', 9), d.pop('b'), d.pop('b', None), d)
d.update({'x': 1}, y=2); d.update([('p', 1), 'qr']); print(d, d.popitem(), len(d))
print(dict(a=1), dict([('k', 'v')], z=1), dict({'q': 1}), dict.fromkeys('ab', 0), dict(zip('xy', (1, 2))))
print(d.keys(), d.values(), d.items(), list(reversed(d)), list(reversed(d.items())))
print(d.keys() & {'a', 'zz'}, sorted(d.keys() | 'q'), sorted(d.keys() - {'a'}), d.keys() == set(d), ('a', 1) in d.items(), d.items() >= {('a', 1)}, d.keys().isdisjoint('k'))
print({1: 'a'} | {1: 'b', 2: 'c'}, {1: [1]} == {1.0: [1]}, {1: 2} != {1: 3}, 1 in {True: 0}, {1: 'int', 1.0: 'float', True: 'bool'})
d |= {'new': 0}; print(d); d.clear(); print(d, bool(d))


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 2

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f'K{self.n}'


k = {Key(i): i for i in range(6)}
print(k, k[Key(3)], Key(9) in k, k.pop(Key(4)), k.get(Key(4)), len(k)); k[Key(1)] = 'one'; del k[Key(0)]; print(k)


class Default(dict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value


m = Default(a=1); print(m['a'], m['b'], m, m.get('zz'), 'c' in m, type(m).__name__, m == {'a': 1, 'b': 'bb'})
for bad in (lambda: {}['k'], lambda: {}.popitem(), lambda: {}.pop(1), lambda: {[]: 1}, lambda: dict(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(1, 2), lambda: {} < {}, lambda: {}.get(), lambda: {} | []):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
z = {i: i for i in range(3)}
try:
    for i in z:
        z[i + 10] = 0
except RuntimeError as e:
    print(e)
big = {i: i * i for i in range(1000)}
for i in range(0, 1000, 2):
    del big[i]
print(len(big), big[999], 998 in big, list(big)[:3], sum(big.values()))
n = {}; n['me'] = n; print(n)
