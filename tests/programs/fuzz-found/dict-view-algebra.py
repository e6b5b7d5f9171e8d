# Operators of dict views: whose items the result has, in which order, and errors.
def told(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


d = {True: 'x', 2: 'y'}
for other in (5, None, [2, 1.0], 'ab', {1}, {1, 2}, {1, 2, 3}, [[]], frozenset([1, 2]),
              {1.0: 'x', 2.0: 'z'}, {1.0: 0, 3: 1, 4: 2}.keys(), {2.0: 'y', 1: []}.items()):
    told(lambda: d.keys() & other)
    told(lambda: d.keys() | other)
    told(lambda: d.keys() - other)
    told(lambda: d.keys() ^ other)
    told(lambda: other & d.keys())
    told(lambda: other | d.keys())
    told(lambda: other - d.keys())
    told(lambda: other ^ d.keys())
    told(lambda: d.items() & other)
    told(lambda: d.items() | other)
    told(lambda: d.items() - other)
    told(lambda: d.items() ^ other)
    told(lambda: d.keys() < other)
    told(lambda: d.keys().isdisjoint(other))
told(lambda: {1: [], 2: 3}.items() ^ {1: [], 2: 4}.items())
told(lambda: {1: []}.items() ^ {1: {}}.items())
numbers = dict.fromkeys([6, 14, 22, 5, 13, 1])
told(lambda: [numbers.keys() - [], numbers.keys() | [], set(numbers), set(numbers.keys())])
