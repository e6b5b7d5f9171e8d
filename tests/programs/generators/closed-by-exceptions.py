# An exception that leaves loops closes the innermost generator first. One that a
# generator expression walks through lives as long as the traceback that tells of it.


def walk(name):
    try:
        yield 1
        yield 2
    finally:
        print('closed', name)


class Kept:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)


def nested():
    for _ in walk('outer'):
        for _ in walk('inner'):
            1 / 0


try:
    nested()
except ZeroDivisionError:
    print('caught outside')


def handled():
    for _ in walk('1'):
        for _ in walk('2'):
            try:
                for _ in walk('3'):
                    for _ in walk('4'):
                        raise KeyError
            except KeyError:
                print('caught inside')
                raise


try:
    handled()
except KeyError:
    print('caught again')


def half_a_list():
    return [Kept(1), Kept(2), 1 / 0]


try:
    half_a_list()
except ZeroDivisionError:
    print('no list')

try:
    print(Kept(1), {Kept('key'): Kept('value')}, 1 / 0)
except ZeroDivisionError:
    print('no call')

try:
    sum(1 / 0 for _ in walk('sum'))
except ZeroDivisionError:
    print('no sum')


def delegating():
    yield from (1 / 0 for _ in walk('delegate'))


try:
    list(delegating())
except ZeroDivisionError:
    print('no list either')
