# `a.items() ^ b.items()`, and hashes that are known already: which keys are
# hashed and compared, and in what order.
class Key:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        print("hash", self.number, end="; ")
        return 5

    def __eq__(self, other):
        print("eq", self.number, other.number, end="; ")
        return self.number == other.number


def numbers(keys):
    return sorted(key.number for key in keys)


def show(name, work):
    try:
        print(name, work())
    except TypeError as error:
        print(name, error)


for a in [{}, {1: []}, {1: [], 2: []}, {1: [], 3: "a", 4: "b"}]:
    for b in [{5: {}}, {5: {}, 6: {}}, {}, {1: []}, {1: [], 2: []}]:
        show(f"{a} ^ {b}:", lambda: a.items() ^ b.items())

for a, b in [([1, 2], [3]), ([1], [2, 3]), ([1, 2], [2, 1]), ([1, 2], [2])]:
    left, right = ({Key(n): n for n in ns} for ns in (a, b))
    print("made")
    show("xor", lambda: numbers(key for key, _ in left.items() ^ right.items()))
    show("merged", lambda: numbers({**left, **right}))
    show("or", lambda: numbers(left | right))
    show("copied", lambda: numbers(dict(left)))
