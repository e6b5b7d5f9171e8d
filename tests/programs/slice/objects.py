# slice objects: attributes, indices, equality and use.
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
class Get:
    def __getitem__(self, key): return key
g = Get()

for source in r'''
slice(3), slice(1, 3), slice(1, 10, 2), slice(None), slice('a', [], None), slice(3).start, slice(3).stop, slice(3).step, slice(1, 2, 3).start
g[1:2], g[:], g[::2], g[1:2, 3], g[..., 1:], g[()], g['a':'b'], g[1], g[-1:], g[1:2:3, ::], g[None], g[:, None]
slice(3).indices(10), slice(None, None, -1).indices(5), slice(-3, None).indices(10), slice(0, 100, 3).indices(10), slice(5, 1).indices(10), slice(-100, 100).indices(5), slice(I(1), I(3)).indices(4), slice(10, 0, -3).indices(8), slice(None).indices(0), slice(10**30).indices(5), slice(5).indices(10**30), slice(-1, -10, -1).indices(5)
slice(1) == slice(1), slice(1) == slice(2), slice(1, 2) != slice(1, 2), slice(1) == 1, slice('a') == slice('a')
[1, 2, 3][slice(1, None)], 'abc'[slice(None, None, -1)], (1, 2, 3)[slice(0, 2)], range(9)[slice(1, 8, 3)], b'abc'[slice(1)], [1, 2, 3, 4][slice(I(1), I(3))]
slice()
slice(1, 2, 3, 4)
slice(1).indices(-1)
slice(1, 2, 0).indices(5)
slice('a').indices(5)
slice(1).indices('a')
slice(1.5).indices(5)
slice(1).indices()
slice(1).start = 5
slice(1).foo
slice(stop=1)
slice(1) + slice(2)
slice(1) < 1
[1][slice('a', 'b')]
isinstance(slice(1), slice), type(slice(1)), repr(slice(1, None, 'x')), bool(slice(0)), str(slice(0))
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
