# Where loops end, their iterators do, before anything else: by themselves, by `return`,
# inside a generator that is closed. Variables end in the order that `locals()` shows.
import itertools


def walk(name):
    try:
        yield name
        yield name
    finally:
        print('closed', name)


for _ in zip(walk('zip'), [1]):
    pass
print('after zip')
for _ in map(lambda a, b: a, walk('map'), [1]):
    pass
print('after map')
for _ in itertools.takewhile(lambda v: False, walk('takewhile')):
    pass
print('after takewhile')
for _ in iter(walk('callable').__next__, 'callable'):
    pass
print('after callable')


class Own:
    def __init__(self):
        self.items = walk('own')
        self.left = 1

    def __iter__(self):
        return self

    def __next__(self):
        self.left -= 1
        if self.left < 0:
            raise StopIteration
        return next(self.items)


for _ in Own():
    pass
print('after own')


def returns():
    for x in walk('outer'):
        for y in walk('inner'):
            return x + y


print(returns())


def generator():
    for _ in walk('one'):
        for _ in walk('two'):
            yield


going = generator()
next(going)
going.close()
going = generator()
next(going)
del going
print(next(x for x in walk('left') for y in walk('right')))
both = zip(walk('first'), walk('second'))
next(both)
del both


class Kept:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)


def variables(p, q):
    a, shared, b = Kept('a'), Kept('shared'), Kept('b')

    def inner():
        return shared, p
    for _ in walk('loop'):
        print(list(locals()), variables.__code__.co_varnames, variables.__code__.co_cellvars)
        return 5


print(variables(Kept('p'), Kept('q')))
error = ValueError(Kept(1), Kept(2))
error.more = Kept('attribute')
del error
