# What is thrown into a generator while the thrower handles an exception does not get
# that one as its context, unless the generator itself handles it.


def told(act):
    try:
        act()
    except Exception as error:
        print(type(error).__name__, error, '| context', repr(error.__context__))


def plain():
    yield 1


def in_handler():
    try:
        raise KeyError('own')
    except KeyError:
        yield 1


class Own:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, error):
        raise error


def delegating():
    yield from Own()


async def coroutine():
    pass


def throw(make, steps, kind=ValueError('thrown')):
    def act():
        generator = make()
        for _ in range(steps):
            next(generator, None)
        try:
            1 / 0
        except ZeroDivisionError:
            generator.throw(kind)
    return act


for make in plain, in_handler, delegating:
    for steps in 0, 1, 2:
        print(make.__name__, steps, end=': ')
        told(throw(make, steps, ValueError('thrown')))
told(throw(coroutine, 0))
told(throw(coroutine, 0, ValueError))
