# Classes in long chains and in a net with many ways from one to another.
chain = object
for i in range(1500):
    chain = type(f'C{i}', (chain,), {})
print(len(chain.__mro__), issubclass(chain, object), isinstance(chain(), chain.__mro__[-2]))
first = chain.__mro__[-2]
first.x = 5
print(chain.x, chain().x)


class Top:
    pass


below = Top
for i in range(9):
    left, right = type('L', (below,), {}), type('R', (below,), {})
    below = type('B', (left, right), {})
print(len(below.__mro__))
Top.value = 1
print(below.value)
Top.__eq__ = lambda self, other: 'asked'
print(below() == 1)


class Other:
    pass


class Moved(Other):
    pass


class Under(Moved):
    pass


Moved.__bases__ = (below,)
print(Under.value, [c.__name__ for c in Under.__mro__][:4], len(Under.__mro__))
for bad in ((Top, below), (Top, Top)):
    try:
        type('X', bad, {})
    except TypeError as e:
        print(e)
del chain, first, below
print('done')
