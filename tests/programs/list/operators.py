# Operators of list: concatenation, repetition, comparing, membership.
from math import nan
class I:
    def __index__(self): return 2

for source in r'''
[1] + [2], [1] * 3, 3 * [1], [1] * 0, [1] * -5, [[]] * 2, [1] * I(), I() * [1], [1] * True, [] + []
[1] + (2,)
[1] + 'a'
[1] + None
(1,) + [2]
[1] * 1.5
[1] * [2]
[1] * 'a'
[1] - [1]
-[1]
[1] < [2], [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [1, 2] <= [1, 2], [2] > [1, 9], ['a'] >= ['A'], [1] == [1.0], [1] != [2], [[1], 2] == [[1], 2], [1] == (1,), [1] is [1]
[1] < (1,)
[1] < 1
[1] < ['a']
[1, 'a'] < [1, 2]
[1, 'a'] < [2, 2], [1, 'a'] == [1, 2], [None] == [None], [nan] == [nan], [nan] < [nan], [1, nan] <= [1, nan]
[None] < [None]
[None, 1] < [None, 2], [1j, 1] < [1j, 2]
1 in [1.0], 'a' in ['b'], nan in [nan], [] in [[]], None in [None], True in [1], 1 not in [2]
1 in 5
[1, 2][0], [1, 2][-1], [1, 2][True], [1, 2, 3][I()], [1, 2, 3][:I()]
[1][1]
[1][-2]
[][0]
[1]['a']
[1][1.0]
[1][None]
[1][0, 1]
[1][10**20]
[1][::0]
[1][:'a']
del [1][0]
hash([])
{[]: 1}
{[1]}
[1]()
[1].foo
len([1, [2, 3]]), bool([]), bool([0]), [*[1], *(2,), *'a', *{3: 4}], [1, *[], 2], str([1, 'a', None, [2]]), repr([[]]), f'{[1]!r:>5}', '{}'.format([1])
[x for x in range(5) if x % 2], [[j for j in range(i)] for i in range(3)], [a + b for a in 'xy' for b in 'zw'], [(i, c) for i, c in enumerate('ab')], [y := 5, y + 1], [lambda: i for i in range(3)][0]()
max([3, 1]), min([[2], [1, 5]]), sum([[1], [2]], []), any([]), all([]), sum([1, 2, 3]), max([1, 5, 3], key=lambda v: -v), min([], default=0)
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
