def failing(x, y):
    try:
        x += y
    except TypeError as error:
        print(error)
    return x


print(failing([1], None), failing(1, 'a'), failing('a', 1), failing({1}, 2), failing((1,), 2), failing({1: 2}, 5))


class Refusing:
    def __iadd__(self, other):
        raise TypeError('no')

    def __isub__(self, other):
        raise TypeError('not that either')


def kept():
    mine = also = Refusing()
    try:
        mine += also
    except TypeError as error:
        print(error, mine is also)
    try:
        mine -= 1
    except TypeError as error:
        print(error, mine is also)
    items = [1]
    try:
        items *= 'a'
    except TypeError as error:
        print(error, items)
    text = 'abc'
    try:
        text += 1
    except TypeError as error:
        print(error, text)
    text += 'd'
    number = 2**70
    try:
        number //= 0
    except ZeroDivisionError as error:
        print(error, number)
    return text


print(kept())


def broken_source():
    yield 2
    raise ValueError('source')


def part():
    items = [1]
    try:
        items += broken_source()
    except ValueError as error:
        print(error, items)


part()
def doubled(text):
    text += text
    return text


print(doubled('ab'), doubled('é'))
