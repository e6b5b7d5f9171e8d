# Native functions that call Python functions for each item: order of calls, errors and frames.
import sys


def key(x):
    print("key", x, end="; ")
    return x % 3


def items(*values):
    for value in values:
        print("next", value, end="; ")
        yield value
    print("no more")


def caller(_):
    frame = sys._getframe(1)
    return frame.f_code.co_name


def failing(x):
    return 1 // x


print(sorted(items(5, 3, 4), key=key))
print(min(items(5, 3, 4), key=key), max(items(5, 4, 8), key=key))
print(any(items(0, "", 2, 3)), all(items(1, [], 2)), sum(items(1, 2.5, True)))
print(list(items("x", "y")), tuple(items()), ",".join(items("p", "q")))
print(any(x == "b" for x in "abc"), all(x < "c" for x in "abc"))
print(sorted([2, 1], key=caller), min([1], key=caller), max([1, 2], key=caller))
print(sum(([n] for n in range(3)), []))
for action in (
    lambda: sorted([1, 0], key=failing),
    lambda: max([1, 0, 2], key=failing),
    lambda: sum(x for x in (1, "a")),
    lambda: any(failing(x) for x in (0, 1)),
    lambda: min([1, 2, "x"], key=lambda x: x),
    lambda: min((), key=failing),
    lambda: list(failing(x) for x in (1, 0)),
):
    try:
        action()
    except Exception as error:
        names = []
        entry = error.__traceback__
        while entry:
            names.append(entry.tb_frame.f_code.co_name)
            entry = entry.tb_next
        print(type(error).__name__, error, names)
