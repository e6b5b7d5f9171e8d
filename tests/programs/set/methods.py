# Methods and operators of set and frozenset.
s = {1, 2, 3}
f = frozenset({2, 3, 4})

for source in r'''
s | f, f | s, type(s | f), type(f | s), s & f, s - f, f - s, s ^ f, s | {4} | {5}, s.union([4], (5,), 'a') == {1, 2, 3, 4, 5, 'a'}, s.union(), s.intersection([1, 2], {2}), s.difference([1], [2]), s.symmetric_difference([3, 4])
s < f, s <= s, s < s, {1} < s, s > {1}, s >= {1, 2, 3, 4}, s == {3, 2, 1}, s == frozenset(s), s != {1}, s == [1, 2, 3], s.issubset(range(10)), s.issuperset([1]), s.issuperset([]), s.isdisjoint([9]), s.isdisjoint('a'), s.issubset([1])
s.add(4), s.add(1), s, s.discard(9), s.discard(4), s.remove(1), s, s.update([7], (8,)), s, s.pop() in {2, 3, 7, 8}, len(s), s.clear(), s
set(), set('aab') == {'a', 'b'}, set([1, 1]), set({1: 2}), frozenset('a'), frozenset(), set(range(3)), set(f) == f, frozenset(f) is f, frozenset(s) == s, set(x for x in [1])
hash(f) == hash(frozenset([4, 3, 2])), hash(frozenset()), {f: 1}[frozenset({2, 3, 4})], frozenset({f}) == {f}, f in {f}, {2, 3, 4} in {f}, hash(frozenset([1, 2, 3])), hash(frozenset('')) == hash(frozenset())
1 in {1}, 1.0 in {1}, 'a' in {1}, True in {1}, [] == set(), {1, True, 1.0}, {0, False}, {1} | {1.0}, {1.0} | {1}, {True} & {1}, {1} & {True}
f.copy() is f, s.copy() is s, frozenset.union(f, [1]), set.union({1}, {2}), f.union([9]), f.intersection(), type(f.difference([])), f.isdisjoint([2]), f.issubset(f)
s.__or__([1]), s.__and__({1}), s.__eq__(1), s.__lt__([1]), s.__contains__(1), f.__hash__() == hash(f), s.__ror__({5}), s.__rsub__({5}), f.__xor__({4}), s.__len__(), set.__class_getitem__(int)
{1, 2}.symmetric_difference_update([2, 3]), {1}.difference_update([1], [2]), {1}.intersection_update([1]), repr({1}), repr(frozenset({1})), str(set()), {*'a'}, bool(set()), bool({0}), sorted({3, 1, 2}), max({1, 5}), sum({1, 2}), len({1, 1})
{1, 2} | [3]
{1} & 'a'
{1} - (1,)
[1] ^ {1}
{1} + {2}
{1} < [2]
{1} <= 5
set(5)
set(1, 2)
frozenset(5)
set([[]])
{[]}
{{}}
{1}.add([])
{1}.add()
{1}.remove(5)
{1}.remove('a')
{1}.remove([])
{1}.discard({})
{1}.discard({1}), {frozenset({1})}.discard({1}), {1} in [{1}], {1} in {frozenset({1})}
set().pop()
{1}.union(5)
{1}.update(1)
{1}.issubset(5)
{1}.isdisjoint(5)
{1}.intersection([[]])
[] in {1}
hash({1})
f.add(1)
f.pop()
{1}[0]
{1}.symmetric_difference()
{1}.symmetric_difference([1], [2])
set(iterable=[1])
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
