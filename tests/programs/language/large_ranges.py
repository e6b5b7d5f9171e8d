# Ranges of integers of any size; lengths that do not fit.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


B = 10 ** 30
r = range(B, B + 10, 3)
print(r, list(r), r[1], r[-1], B in r, B + 3 in r, B + 1 in r, r.index(B + 6), r.count(B))
attempt(lambda: len(r))
attempt(lambda: len(range(B)))
attempt(lambda: len(range(2 ** 63)))
attempt(lambda: len(range(2 ** 63 - 1)))
print(r[1:], r[::-1], r.start, r.stop, r.step)
print(r == range(B, B + 12, 3), hash(r) == hash(range(B, B + 12, 3)), r != range(3), r == [B])
attempt(lambda: range(B)[B - 1])
attempt(lambda: range(B)[B])
attempt(lambda: range(B)['a'])
attempt(lambda: range(B)[::0])
attempt(lambda: r.index(5))
print(list(reversed(r)), bool(range(B)), bool(range(B, 0)), next(iter(range(B))))
print(range(-B, -B + 3), min(r), max(r), sum(r), range(10 ** 18)[10 ** 17:][0])
for x in range(2 ** 63 - 2, 2 ** 63 + 2):
    print(x)
for x in range(-2 ** 63 + 1, -2 ** 63 - 3, -1):
    print(x)


class Length:
    def __init__(self, value):
        self.value = value

    def __len__(self):
        return self.value

    __index__ = __len__


for value in (-1, 2 ** 63, 1.5, 'a', -2 ** 70):
    attempt(lambda: len(Length(value)))
    attempt(lambda: bool(Length(value)))
    attempt(lambda: range(Length(value)))
for call in (lambda: range(1.5), lambda: range(), lambda: range(1, 2, 3, 4), lambda: range(1, 2, 0),
             lambda: range(B, 2, 0), lambda: range(1, step=2)):
    attempt(call)
