import copy
import pickle

makers = {
    'list': lambda: iter([1, 2, 3]),
    'tuple': lambda: iter((1, 2, 3)),
    'str': lambda: iter('aéc'),
    'bytes': lambda: iter(b'abc'),
    'bytearray': lambda: iter(bytearray(b'abc')),
    'range': lambda: iter(range(3, 9, 2)),
    'dict': lambda: iter({1: 2, 3: 4, 5: 6}.items()),
    'set': lambda: iter({1, 2, 3}),
    'enumerate': lambda: enumerate('abc', 5),
    'zip': lambda: zip([1, 2, 3], 'abc', strict=True),
    'map': lambda: map(str, [1, 2, 3]),
    'filter': lambda: filter(None, [1, 0, 2, 3]),
    'reversed': lambda: reversed([1, 2, 3]),
    'reversed tuple': lambda: reversed((1, 2, 3)),
    'reversed dict': lambda: reversed({1: 2, 3: 4}),
    'callable': lambda: iter([3, 2, 1, 0].pop, 3),
}
for name, make in makers.items():
    iterator = make()
    next(iterator)
    again = pickle.loads(pickle.dumps(iterator)) if name != 'callable' else copy.copy(iterator)
    print(name, list(again), list(make()))

for text in ('iter([1, 2])', "iter('ab')", 'reversed([1, 2])', 'reversed((1, 2))', "zip('a')"):
    made = eval(text)
    print(text, made.__reduce__()[1:] if text[0] != 'z' else len(made.__reduce__()))
    list(made)
    if text[0] == 'i':
        print(made.__reduce__())

walker = iter([1, 2, 3, 4])
walker.__setstate__(2)
print(next(walker))
walker.__setstate__(-5)
print(next(walker))
walker.__setstate__(100)
print(list(walker))
print(slice(1, 2, 3).__reduce__(), copy.copy(iter('xyz')).__next__())


class Holder:
    def __init__(self):
        self.ids = iter(range(10))


holder = Holder()
next(holder.ids)
twin = copy.deepcopy(holder)
next(holder.ids)
print(next(twin.ids), next(holder.ids))
