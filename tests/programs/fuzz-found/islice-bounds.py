# Which bound of `islice` is told to be wrong, and numbers of items to choose.
import itertools


def show(function, *arguments):
    try:
        print(arguments, list(function(*arguments)))
    except Exception as error:
        print(arguments, type(error).__name__, error)


BOUNDS = [None, -2, -1, 0, 2, True, "a", 1.0, 2**63, -(2**70)]
for first in BOUNDS:
    show(itertools.islice, "abc", first)
    for second in BOUNDS:
        show(itertools.islice, "abc", first, second)
        show(itertools.islice, "abc", second, 2, first)
for count in BOUNDS:
    show(itertools.combinations, "ab", count)
    show(itertools.combinations_with_replacement, "ab", count)
    show(itertools.permutations, "ab", count)
