# collections.defaultdict.
from collections import defaultdict


def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)


d = defaultdict(list)
d['a'].append(1)
d['b']
print(d, d.get('c'), 'c' in d, d.default_factory, len(d), d.pop('b'))
n = defaultdict(int, {'x': 1}, y=2)
n['z'] += 5
print(n, dict(n), n == {'x': 1, 'y': 2, 'z': 5}, n.copy(), type(n.copy()), n.copy().default_factory)
print(defaultdict(None, a=1), defaultdict(), defaultdict(lambda: 'v')['k'])
attempt(lambda: defaultdict()['x'])
attempt(lambda: defaultdict(None)['x'])
attempt(lambda: defaultdict(5))
attempt(lambda: defaultdict('x', {}))
attempt(lambda: defaultdict(lambda: 1 // 0)['k'])
attempt(lambda: defaultdict(lambda x: x)['k'])
attempt(lambda: defaultdict(list)[[]])
attempt(lambda: defaultdict(int).__missing__('m'))
attempt(lambda: defaultdict().__missing__('m'))
n.default_factory = None
attempt(lambda: n['gone'])
n.default_factory = str
print(repr(n['s']), n | {'q': 1}, type(n | {}), {'a': 1} | n)
n |= {'r': 2}
print(sorted(n), list(n.items())[-1], n.setdefault('new'), n.setdefault('x', 9))
tree = lambda: defaultdict(tree)
t = tree()
t['a']['b']['c'] = 1
print(t['a']['b'], len(t), repr(defaultdict(dict, {1: {}})))
counts = defaultdict(lambda: [0, 0])
for word in 'one two one'.split():
    counts[word][0] += 1
print(dict(counts), isinstance(counts, dict), defaultdict.__mro__[1])
r = defaultdict(list)
r['self'] = r
print(r)


class Own(defaultdict):
    def __missing__(self, key):
        return f'missing {key}'


o = Own(int)
print(o['k'], o, len(o))
