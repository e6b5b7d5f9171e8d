# `+=` and `-=` of a small number ask the object as any other in-place operator.
class Both:
    def __iadd__(self, other):
        return f'iadd {other}'

    def __isub__(self, other):
        return f'isub {other}'

    def __add__(self, other):
        return f'add {other}'

    def __sub__(self, other):
        return f'sub {other}'


def local():
    a = b = c = d = Both()
    a += 5
    b -= 5
    c += -5
    d -= 0
    return a, b, c, d, Both() + 5, Both() - 5, Both() + -5, Both() - 0


print(local())
both = Both()
both += 1
print(both)
holder = [Both()]
holder[0] -= 2
print(holder)
for value in (None, 'a', [], {}, (1,), 1.5, 2**70, 2**63 - 1, True, {1}):
    try:
        value += 5
        print(value)
    except TypeError as error:
        print(error)
    try:
        value -= 5
        print(value)
    except TypeError as error:
        print(error)
    try:
        print(value + 5)
    except TypeError as error:
        print(error)
    try:
        print(value - 5)
    except TypeError as error:
        print(error)


def kept(value, other):
    try:
        value += other
    except TypeError as error:
        print(error)
    try:
        value *= other
    except TypeError as error:
        print(error)
    try:
        value -= 1
    except TypeError as error:
        print(error)
    return value


# What failed leaves the variable as it was.
print(kept(None, 'a'), kept([1], 1.5), kept('a', None), kept({}, {}))
