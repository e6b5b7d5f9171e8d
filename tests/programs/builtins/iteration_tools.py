# itertools, with plain iterables, generators and functions in Python.
from itertools import (accumulate, chain, combinations, combinations_with_replacement, compress, count, cycle,
                       dropwhile, filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap,
                       takewhile, tee, zip_longest)


def gen(n):
    for i in range(n):
        yield i


print(list(islice(count(5, 2), 3)), list(islice(cycle('ab'), 5)), list(repeat('x', 3)), list(islice(repeat(1), 2)))
print(list(accumulate([1, 2, 3])), list(accumulate(gen(5), lambda a, b: a * 2 + b)), list(accumulate([1, 2], initial=10)), list(accumulate([])))
print(list(chain('ab', gen(2), [9])), list(chain.from_iterable([[1], (2, 3), gen(1)])), list(compress('abcd', [1, 0, True, ''])))
print(list(dropwhile(lambda x: x < 3, gen(6))), list(takewhile(lambda x: x < 3, gen(6))), list(filterfalse(lambda x: x % 2, gen(5))), list(filterfalse(None, [0, 1, ''])))
print([(k, list(g)) for k, g in groupby('aabbbca')], [(k, len(list(g))) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)], [k for k, g in groupby(gen(3))])
print(list(islice(gen(10), 2, 9, 3)), list(islice(gen(10), 4)), list(islice(gen(3), 5, None)), list(islice('abc', None)), list(pairwise(gen(4))), list(pairwise([1])))
print(list(product('ab', [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(product('a', [])))
print(list(permutations([1, 2, 3])), list(permutations('abc', 2)), list(permutations([], 0)), list(permutations('a', 2)))
print(list(combinations(range(4), 2)), list(combinations('ab', 3)), list(combinations_with_replacement('ab', 2)), len(list(combinations(range(8), 4))))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest('abc', gen(2), fillvalue='-')), list(zip_longest()), list(zip_longest([1], [])))
a, b, c = tee(gen(4), 3); print(next(a), next(a), list(b), list(a), list(c))
it = gen(5); first = list(islice(it, 2)); print(first, list(it))
for bad in (lambda: islice([], -1), lambda: islice([], 0, 5, 0), lambda: list(chain(5)), lambda: tee([], -1), lambda: product([1], repeat=-1), lambda: combinations([1], -1), lambda: next(iter(chain())), lambda: list(starmap(pow, [1]))):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
