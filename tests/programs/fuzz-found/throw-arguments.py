# What `throw` is given goes as it is to a `throw` written in Python; a class
# is called where the exception is raised, and what fails there is raised there.
class Own:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *args):
        return 'own', args


class Failing(Exception):
    def __init__(self):
        raise KeyError('in __init__')


class Changeling(Exception):
    def __new__(cls):
        return 5


def outer(inner):
    got = yield from inner
    print('got', got)


def catching():
    try:
        yield 1
    except BaseException as error:
        print('caught', repr(error))
    yield 2


def told(f, *args):
    try:
        print(repr(f(*args)))
    except BaseException as error:
        print(type(error).__name__, error)


ways = [(ValueError,), (ValueError, 'x'), (ValueError('q'),), (ValueError, ValueError('y')),
        (ValueError, ('a', 'b')), (3,), (ValueError('q'), 'x'), (ValueError, None, 3),
        (KeyError, None, None), (ValueError, KeyError('z'))]
for way in ways:
    for generator in outer(Own()), outer(outer(Own())):
        next(generator)
        told(generator.throw, *way)
for way in ways + [(Failing,), (Changeling,)]:
    generator = catching()
    next(generator)
    told(generator.throw, *way)
    list(generator)
    told(catching().throw, *way)
