# The order of a set after unions with several others of all kinds: sets grow
# in place from the second on. Small integers and texts, whose hashes are known.
import random

random.seed(8)


def items(most):
    kinds = [
        lambda: random.randint(-9, 40),
        lambda: random.choice("abcdefgh") * random.randint(1, 3),
        lambda: random.randint(0, 10**12),
        lambda: (1, random.randint(0, 5)),
        lambda: 0.5 * random.randint(0, 9),
    ]
    return [random.choice(kinds)() for _ in range(random.randint(0, most))]


OPERATIONS = [
    "a.union(d, xs)", "a.union(xs, d, e)", "a.union(a, xs, d)", "a.union(d.keys(), e.items())",
    "frozenset(a).union(xs, d)", "a.difference(xs, d)", "a.intersection(xs, d, a)",
    "a.symmetric_difference(d)", "a | (d.keys() ^ e.keys())", "(a | set(xs)) ^ d.keys()",
    "set(d)", "set(d.items()) | a",
]
for _ in range(30):
    a = set(items(12))
    xs, d, e = items(9), dict.fromkeys(items(12)), dict.fromkeys(items(9))
    d, e = dict.fromkeys(d, 1), dict.fromkeys(e, 2)
    for member in [*a][::2]:
        a.discard(member)
    for operation in OPERATIONS:
        print(operation, eval(operation))
    a.update(xs, d, e)
    a.difference_update(xs)
    print(a)
