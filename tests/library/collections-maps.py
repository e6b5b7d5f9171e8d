# collections.OrderedDict, ChainMap, UserDict, UserList and UserString.
from collections import ChainMap, OrderedDict, UserDict, UserList, UserString


def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)


o = OrderedDict(a=1, b=2, c=3)
o.move_to_end('a')
o.move_to_end('c', last=False)
print(o, list(o), o.popitem(), o.popitem(last=False), o, list(reversed(OrderedDict('ab cd'.split()))))
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {'b': 2, 'a': 1}, OrderedDict.fromkeys('xy', 0))
print(o | {'z': 1}, type(o | {}), o.copy(), o.setdefault('k', 5), o.pop('k'), o.pop('nope', 'd'), OrderedDict())
attempt(lambda: o.move_to_end('nope'))
attempt(lambda: OrderedDict().popitem())
attempt(lambda: o.pop('nope'))
c = ChainMap({'a': 1, 'b': 2}, {'b': 3, 'c': 4})
print(c, c['b'], c['c'], len(c), list(c), sorted(c.items()), 'c' in c, c.get('q'), c.maps[1])
child = c.new_child({'a': 'child'})
child['new'] = 1
print(child, child.parents == c, child['a'], c['a'], dict(child), child.new_child(x=1)['x'])
attempt(lambda: c['zz'])
attempt(lambda: c.pop('c'))
attempt(lambda: c.__delitem__('c'))
attempt(lambda: ChainMap().popitem())
print(c.pop('a'), c, ChainMap(), bool(ChainMap({}, {})), c | {'n': 1}, ChainMap.fromkeys('ab', 0), c.copy().maps[1] is c.maps[1])


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


u = Upper(a=1)
u.update(b=2)
u['c'] = 3
print(u, u.data, 'A' in u, 'a' in u, len(u), u.get('B'), u == {'A': 1, 'B': 2, 'C': 3}, u | {'d': 4}, type(u.copy()))
attempt(lambda: u['nope'])
l = UserList([3, 1, 2])
l.sort()
l += [9]
l[0:1] = ['x', 'y']
print(l, l.data, l[1:], type(l[1:]), l + [1], [0] + l, l * 2, 1 in l, l == ['x', 'y', 2, 3, 9], l.index(9), l.pop(), l.count(2))
s = UserString('héllo')
print(s, repr(s), s.upper(), type(s.upper()), s + '!', '<' + s, s * 2, s[1:3], s.find('l'), s == 'héllo', 'h' in s, s.split('l'), len(s), hash(s) == hash('héllo'), s.data, s % (), int(UserString('5')), s < 'z', s.encode())
