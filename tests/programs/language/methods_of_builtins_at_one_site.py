# One place that calls a method, and receivers of many builtin classes: what the place
# has learned of one of them must not be used for another.


class Mine(list):
    def copy(self):
        return 'mine'


class Plain:
    def copy(self):
        return 'plain'


class Dressed(dict):
    pass


def copies(values):
    for value in values:
        try:
            print(type(value).__name__, value.copy())
        except AttributeError as error:
            print(error)


every = [[1], {2: 3}, {4}, bytearray(b'5'), Mine([6]), Plain(), Dressed(a=7), frozenset([8]), 9, 'x', (1,), None]
copies(every)
copies(reversed(every))
copies([[1], [2], {3}, [4], {5}, [6]] * 4)


def counts(values):
    return [value.count(1) for value in values]


print(counts([[1, 1], (1,), range(3), [2], (1, 1)] * 6))


def steps(generators):
    got = []
    for generator in generators:
        try:
            got.append(generator.send(None))
        except (StopIteration, TypeError, AttributeError) as error:
            got.append(repr(error))
    return got


def numbers():
    yield 1
    yield 2


async def waits():
    return 3


one = numbers()
print(steps([one, waits(), one, iter([]), waits(), one, [], numbers()]))
