# Classes derived from OrderedDict see the items that its methods store and read.
from collections import OrderedDict


class Seen(OrderedDict):
    def __setitem__(self, key, value):
        print('set', key)
        super().__setitem__(key, value)

    def __getitem__(self, key):
        print('get', key)
        return super().__getitem__(key)


class LRU(OrderedDict):
    def __init__(self, capacity, *args, **kwargs):
        self.capacity = capacity
        super().__init__(*args, **kwargs)

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)
        if len(self) > self.capacity:
            del self[next(iter(self))]


seen = Seen(a=1, b=2)
print(seen.setdefault('a', 3), seen.setdefault('c'))
seen.update([('d', 4)], e=5)
seen |= {'f': 6}
print(type(seen.copy()), type(seen | {'g': 7}), type({'g': 7} | seen))
print(Seen.fromkeys('xy', 0))
print(seen.pop('a'), seen.popitem(), list(seen.items()))
print(seen == seen.copy())

cache = LRU(2, [('a', 1), ('b', 2)], c=3)
cache.update(a=4)
print(cache, cache.setdefault('z', 9), cache)

plain = OrderedDict(a=1, b=2)
print(plain.keys(), plain.values(), plain.items(), type(plain.keys()))
print(plain.keys() & {'a', 'z'}, isinstance(plain.items(), type({}.items())))
for wrong in [1], ['abc'], ['a'], 3, [()]:
    try:
        OrderedDict(wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    OrderedDict({}, {})
except TypeError as error:
    print(error)
