from pprint import *
from collections import *
from dataclasses import dataclass
d = {'name': 'x' * 20, 'items': list(range(30)), 'nested': {'b': [1, 2, {'c': 'y' * 50}], 'a': ('tuple', 1)}, 3: None}
pprint({'b': 1, 'a': 2}); pprint({k: v for k, v in d.items() if isinstance(k, str)}); pp({'b': 1, 'a': 2})
pprint(list(range(40)), compact=True); pprint(list(range(40)), width=200); pprint([['a' * 30] * 3] * 2, indent=4)
pprint('the quick brown fox jumps over the lazy dog and more ' * 3, width=40); pprint(['the quick brown fox jumps over the lazy dog\nand more ' * 2], width=30)
pprint(b'bytes' * 20, width=30); pprint({1, 2, 3}); pprint(set(range(40)), width=30); pprint(frozenset(range(30)), width=40)
pprint(deque(range(30), maxlen=50)); pprint(OrderedDict((str(i), i) for i in range(12))); pprint(defaultdict(int, {str(i) * 10: i for i in range(6)})); pprint(Counter({'a' * 20: 1, 'b' * 20: 5, 'c' * 30: 2, 'd' * 20: 4}))
@dataclass
class P:
    x: int
    name: str
    rest: list
pprint(P(1, 'n', [1])); pprint(P(1, 'long name ' * 5, list(range(25))))
pprint([1, [2, [3, [4, [5]]]]], depth=3); print(pformat({'k': (1,)}), isreadable([1]), isreadable(object()), saferepr({'b': 1, 'a': [2]}))
l = [1]; l.append(l); print(isrecursive(l), saferepr(l).startswith('[1, <Recursion on list with id='))
pprint((('x' * 40,), ('y' * 40, 'z' * 40))); pprint({1: 'a', 'b': 2}); pprint(1234567, underscore_numbers=True); pprint([]); pprint({}); pprint(('a' * 100,))
