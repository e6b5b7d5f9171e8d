# itertools: accumulate, compress, dropwhile, takewhile, filterfalse, groupby, islice, pairwise, starmap, tee.
from itertools import (accumulate, compress, dropwhile, filterfalse, groupby, islice, pairwise,
                       starmap, takewhile, tee)
import operator


def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)


print(list(accumulate([1, 2, 3])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=10)), list(accumulate([])), list(accumulate([], initial=5)), list(accumulate('abc')), list(accumulate([2, 3], operator.mul, initial=1)), list(accumulate([1, 2], None)))
print(list(compress('abcd', [1, 0, 1])), list(compress('ab', [0, 0, 1])), list(compress(data='ab', selectors=[True, 'x'])))
print(list(dropwhile(lambda x: x < 3, [1, 3, 2])), list(takewhile(lambda x: x < 3, [1, 3, 2])), list(takewhile(bool, [])), list(filterfalse(None, [0, 1, ''])), list(filterfalse(str.isdigit, 'a1')))
print([(k, list(g)) for k, g in groupby('aabba')], [(k, len(list(g))) for k, g in groupby([1, 3, 2, 4], key=lambda n: n % 2)], list(groupby([])))
groups = groupby('aab')
k, first = next(groups)
next(groups)
print(k, list(first))
print(list(islice('abcdef', 2)), list(islice('abcdef', 2, 4)), list(islice('abcdef', 1, None, 2)), list(islice('abc', None)), list(islice('abc', 0)), list(islice('abc', 5, 10)), list(islice('abcdef', None, None, 3)))
it = iter('abcdef')
print(list(islice(it, 1, 3)), next(it), list(pairwise('abcd')), list(pairwise('a')), list(pairwise([])))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(starmap(lambda *a: a, ['ab', ()])), list(starmap(max, [])))
a, b = tee('abc')
print(next(a), list(b), list(a), tee('x', 3)[2].__next__(), tee([], 0), len(tee('a', 1)))
attempt(lambda: list(accumulate([1, 'a'])))
attempt(lambda: accumulate(5))
attempt(lambda: list(accumulate([1, 2], 5)))
attempt(lambda: list(compress('ab', 5)))
attempt(lambda: list(dropwhile(5, [1])))
attempt(lambda: list(takewhile(lambda: 1, [1])))
attempt(lambda: filterfalse(None))
attempt(lambda: groupby(5))
attempt(lambda: list(groupby([1], 5)))
attempt(lambda: islice('a', 1, 2, 0))
attempt(lambda: islice('a', 'b'))
attempt(lambda: islice('a'))
attempt(lambda: islice('a', 1, 2, 3, 4))
attempt(lambda: islice('a', 1.5))
attempt(lambda: pairwise(5))
attempt(lambda: list(starmap(pow, [5])))
attempt(lambda: tee('a', -1))
attempt(lambda: tee(5))
attempt(lambda: accumulate([1], foo=2))
