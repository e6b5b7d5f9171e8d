# itertools: count, cycle, repeat, chain, zip_longest, product, permutations, combinations.
from itertools import (chain, combinations, combinations_with_replacement, count, cycle, islice,
                       permutations, product, repeat, zip_longest)


def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)


print(list(islice(count(), 3)), list(islice(count(5, -2), 3)), list(islice(count(0.5, 0.25), 3)), count(3), count(1, 2), count(step=3))
print(list(islice(count(10**20), 2)), list(islice(count(start=2, step=0), 2)), next(count(1j)))
print(list(islice(cycle('ab'), 5)), list(cycle([])), list(repeat('x', 3)), repeat(1), repeat(1, 2), repeat(1, -1), list(repeat(times=2, object=0)))
print(list(chain('ab', [1], ())), list(chain()), list(chain.from_iterable(['ab', [1]])), list(chain.from_iterable(zip('ab', 'cd'))))
print(list(zip_longest('ab', 'c')), list(zip_longest('ab', [1], fillvalue='-')), list(zip_longest()), list(zip_longest('a', fillvalue=0)))
print(list(product('ab', [1, 2])), list(product('ab', repeat=2)), list(product()), list(product('ab', [])), len(list(product(range(3), repeat=3))))
print(list(permutations('abc', 2)), list(permutations([1, 2])), list(permutations('ab', 3)), list(permutations('', 0)), len(list(permutations(range(5)))))
print(list(combinations('abcd', 2)), list(combinations('ab', 3)), list(combinations('ab', 0)), len(list(combinations(range(10), 4))))
print(list(combinations_with_replacement('abc', 2)), list(combinations_with_replacement('', 1)), list(combinations_with_replacement('a', 3)))
print(repeat('x', 3).__length_hint__(), iter(cycle('a')) is not None, type(chain()).__name__, next(product('ab', 'c')))
attempt(lambda: count('a'))
attempt(lambda: count(1, 2, 3))
attempt(lambda: cycle(5))
attempt(lambda: repeat())
attempt(lambda: repeat(1, 'a'))
attempt(lambda: list(chain(5)))
attempt(lambda: list(chain.from_iterable(5)))
attempt(lambda: list(chain([1], 5)))
attempt(lambda: zip_longest('a', fill=1))
attempt(lambda: product('a', repeat=-1))
attempt(lambda: product('a', repeat='x'))
attempt(lambda: product(5))
attempt(lambda: permutations('a', -1))
attempt(lambda: combinations('a', -1))
attempt(lambda: combinations('a'))
attempt(lambda: repeat(1).__length_hint__())
c = count(1)
print(next(c), next(c), c, sum(islice(c, 3)), next(c))
p = permutations([3, 1, 2])
print(next(p), next(p), list(p)[-1])
