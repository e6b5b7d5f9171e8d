# min, max, sum, any, all, sorted and reversed: forms and errors.
class P:
    def __init__(self, v): self.v = v
    def __add__(self, o): return P(self.v + getattr(o, 'v', o))
    def __radd__(self, o): return P(o + self.v)
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f'P{self.v}'

for source in r'''
max(1, 2), max([1, 2]), max('abc'), max(3, 1, key=lambda v: -v), max([1, 5, 3], key=lambda v: v % 5), max([], default=0), max([], default=None), max((1, 'a')[:1]), max([1], default=5), max({'a': 1, 'b': 2}), max({'a': 1, 'b': 0}, key={'a': 1, 'b': 0}.get), max(1, 1.0), max(1.0, 1), max(True, 1), max([1, 2], [1, 3]), max(iter([3, 4]))
min(1, 2), min([2, 1]), min('b', 'a'), min([[1], [0, 5]]), min(3, 1, 2, key=lambda v: -v), min([], default='d'), min(x for x in [3, 2]), min('aB', key=str.lower), min(1, True), min([P(2), P(1)]), min({3, 1}), min(b'ab'), max([(1, 'a'), (1, 'b')]), max('a', 'ab', key=len), min([1], key=None), max(1, 2, key=None)
max()
max(1)
max([])
min([], key=len)
max(1, 'a')
max([1, None])
max(1, 2, default=3)
max([1], foo=2)
max([1, 2], key=5)
max(None)
min({})
max(1, 2, key=lambda: 1)
sum([1, 2]), sum([]), sum([1.5, 2]), sum([[1], [2]], []), sum((1, 2), 10), sum([1], start=5), sum(x for x in range(4)), sum({1: 2}), sum([True, True]), sum([P(1), P(2)]), sum([1j, 1]), sum([], 'x' and 5), sum([2**63, 1]), sum([2**62, 2**62, -1]), sum([0.1] * 10), sum([1, 0.5, 2**70])
sum(['a'])
sum(['a'], '')
sum([b'a'], b'')
sum([bytearray()], bytearray())
sum([[1]])
sum(5)
sum([1], 2, 3)
sum([None])
sum([1, 'a'])
sum([], None) is None, sum([], []), sum([()], ())
any([0, 1]), any([]), any(''), any([[]]), all([1, 0]), all([]), all('a'), all({}), any({0: 1}), any(x > 2 for x in range(5)), all(x < 5 for x in range(5)), any(iter([None, 0])), all([[], 1])
any(5)
all(None)
any()
any([1], [2])
list(reversed([1, 2])), list(reversed('ab')), list(reversed((1, 2))), list(reversed(range(3))), list(reversed({'a': 1, 'b': 2})), list(reversed(b'ab')), list(reversed(bytearray(b'ab')))
reversed({1, 2})
reversed(5)
reversed(iter([]))
reversed(x for x in [])
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
