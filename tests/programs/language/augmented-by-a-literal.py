class Counts:
    def __init__(self):
        self.log = []

    def __iadd__(self, other):
        self.log.append(('+=', other))
        return self

    def __isub__(self, other):
        self.log.append(('-=', other))
        return self

    def __add__(self, other):
        return ('+', other)


c = Counts()
same = c
c += 1
c -= 2
c += -3
print(c is same, c.log)
print(c + 1)


class Gone:
    def __iadd__(self, other):
        return None


def local():
    value = Gone()
    value += 1
    return value


print(local())


class Box:
    pass


box = Box()
box.value = Counts()
kept = box.value
box.value += 5
things = {'a': Counts()}
things['a'] -= 6
print(box.value is kept, kept.log, things['a'].log)

total = 0
for number in range(5):
    total += 1
    total -= 3
print(total)
big = 2**63 - 1
big += 1
print(big)
for wrong in (None, [1], 'a'):
    x = wrong
    try:
        x += 1
    except TypeError as error:
        print(error, x)
    try:
        x -= 1
    except TypeError as error:
        print(error, x)
value = 1.5
value += 1
value -= 2
print(value)


class Sum:
    def __add__(self, other):
        return self is other


def by_itself():
    items, texts, numbers, whole = [1], {'a': 1}, {1, 2}, Sum()
    items += items
    texts |= texts
    numbers ^= numbers
    whole += whole
    return items, texts, numbers, whole


print(by_itself())
