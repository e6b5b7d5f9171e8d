# deque, defaultdict, OrderedDict and _count_elements.
from _collections import OrderedDict, _count_elements, defaultdict, deque

d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0); print(d, len(d), d[0], d[-1], d.maxlen, 3 in d)
d.rotate(1); print(d); d.rotate(-2); print(d, d.pop(), d.popleft(), d.count(3), d.index(3)); d.extend('ab'); d.extendleft('xy'); print(d, list(reversed(d)))
d.reverse(); d.remove('x'); d.insert(1, 'i'); d[0] = 'first'; del d[-1]; print(d, d == deque(d), d < deque('z'), bool(deque()), d.copy() == d, deque([1]) + deque([2]), deque([1, 2]) * 2)
for bad in (lambda: deque().pop(), lambda: deque().popleft(), lambda: d.remove(99), lambda: d.index(99), lambda: d[9], lambda: deque([1], maxlen=1).insert(0, 2), lambda: deque(maxlen=-1), lambda: deque(5)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    for x in d:
        d.append(x)
except RuntimeError as e:
    print(e)


class Sub(deque):
    def peek(self):
        return self[-1]


s = Sub('ab'); print(s, s.peek(), type(s.copy()).__name__)
dd = defaultdict(list, {'k': [0]}); dd['a'].append(1); dd['k'].append(2); print(dd, dd.get('zz'), 'zz' in dd, dd.default_factory, len(dd), isinstance(dd, dict), dd.copy() == dd, dd == {'k': [0, 2], 'a': [1]})
counts = defaultdict(int)
for c in 'hello':
    counts[c] += 1
print(dict(counts), sorted(counts.items()), max(counts, key=counts.get))
try:
    defaultdict()['x']
except KeyError as e:
    print('KeyError', e)
try:
    defaultdict(5)
except TypeError as e:
    print(e)
o = OrderedDict(a=1, b=2, c=3); o.move_to_end('a'); o.move_to_end('c', last=False); print(o, list(o), o.popitem(), o.popitem(last=False), o == {'b': 2}, OrderedDict([(1, 2), (3, 4)]) == OrderedDict([(3, 4), (1, 2)]), OrderedDict())
n = {}; _count_elements(n, 'abca'); print(n)
