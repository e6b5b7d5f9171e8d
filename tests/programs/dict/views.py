# Views of dict: set operations, comparing, mapping and errors.
d = {'a': 1, 'b': 2, 'c': 3}
k, v, i = d.keys(), d.values(), d.items()

for source in r'''
k, v, i, len(k), len(v), len(i), list(reversed(k)), list(reversed(v)), list(reversed(i)), type(k).__name__, type(v).__name__, type(i).__name__
sorted(k & {'a', 'z'}), sorted(k | ['z']), sorted(k - {'a'}), sorted(k ^ {'a', 'z'}), k & 'ab' == {'a', 'b'}, {'a', 'q'} & k, sorted({'q'} | k), {'a', 'q'} - k, sorted(['a', 'q'] ^ k), type(k & k), sorted([] | k)
sorted(i & {('a', 1), ('b', 9)}), sorted(i | {('q', 0)})[-1], sorted(i - {('a', 1)}), sorted(i ^ {('a', 1)}), ('a', 1) in i, ('a', 2) in i, 'a' in i, ('a',) in i, ['a', 1] in i
'a' in k, 'z' in k, 1 in v, 9 in v, k == {'a', 'b', 'c'}, k == ['a', 'b', 'c'], k == d.keys(), i == d.items(), v == d.values(), v == v, k != {'a'}, i == {('a', 1), ('b', 2), ('c', 3)}
k < {'a', 'b', 'c', 'd'}, k <= {'a', 'b', 'c'}, k > {'a'}, k >= k, k < k, i >= {('a', 1)}, {'a'} < k, {'a'} <= k, frozenset('abc') == k, {'a', 'b', 'c'} == k
k.isdisjoint('xyz'), k.isdisjoint(['a']), i.isdisjoint([]), i.isdisjoint([('a', 1)]), {1: []}.items() == {1: []}.items(), k.isdisjoint(k), {}.keys().isdisjoint(k)
k.mapping, type(k.mapping), k.mapping['a'], v.mapping == d, i.mapping | {}, len(k.mapping)
d.__setitem__('d', 4), k, v, i, len(k), d.pop('d'), list(k)
k[0]
v['a']
i[0]
k + k
v & {1}
k & 1
k | None
k - 5
hash(k)
hash(i)
hash(v) == hash(v)
k < [1]
k < 5
v < v
k.mapping['x'] = 1
k.mapping.__setitem__
k.append(1)
k.isdisjoint(5)
k.isdisjoint()
[[]] & k
{1: []}.items() & {(1, 2)}
{1: []}.items() | set()
sorted({1: 2}.items() ^ {3: 4}.items()), {1: 2}.keys() | {3: 4}.keys() == {1, 3}, {1: 2}.keys() - {1: 3}.keys(), {1: 2}.items() - {1: 3}.items()
iter(k).__length_hint__(), next(iter(i)), list(zip(k, v)), dict(i) == d, max(k), sum(v), sorted(i, key=lambda p: -p[1])[0], [*k], {*v}, list(map(str.upper, k)), tuple(i)[1], str(k), bool(k), bool({}.keys())
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
