# range: attributes, items, slices, equality and errors.
class I:
    def __index__(self): return 4

for source in r'''
range(5), range(1, 5), range(1, 9, 2), range(5, 0, -1), range(0), list(range(5)), list(range(5, 0, -2)), list(range(0, -3)), range(I()), list(range(True, 4))
range(1, 9, 2).start, range(1, 9, 2).stop, range(1, 9, 2).step, len(range(1, 9, 2)), len(range(9, 1, -3)), len(range(5, 1)), bool(range(0)), bool(range(1))
range(10)[3], range(10)[-1], range(10)[2:5], range(10)[::-1], range(10)[::3], range(10)[8:2:-2], range(10)[20:], range(0, 20, 3)[1:4], range(0, 20, 3)[::-2], range(10)[-3:], range(5)[I()]
3 in range(5), 5 in range(5), 2 in range(1, 9, 2), 3.0 in range(5), 3.5 in range(5), 'a' in range(5), True in range(2), -1 in range(5), None in range(3), 4 in range(8, 0, -2)
range(5).index(3), range(1, 9, 2).index(5), range(5).count(3), range(5).count(9), range(5).count(2.0), range(5).index(3.0)
range(0) == range(5, 5), range(5) == range(0, 5, 1), range(0, 3, 2) == range(0, 4, 2), range(5) == [0, 1, 2, 3, 4], range(1) == range(0, 1, 5), hash(range(5)) == hash(range(0, 5)), hash(range(0, 3, 2)) == hash(range(0, 4, 2)), {range(3): 1}[range(0, 3)], range(2) != range(3)
[*reversed(range(5))], [*reversed(range(0, 9, 4))], list(iter(range(3))), iter(range(3)).__length_hint__(), max(range(5)), min(range(5, 0, -1)), sum(range(101)), sorted(range(3, 0, -1)), tuple(range(2))
repr(range(1, 2, 3)), str(range(3)), f'{range(2)}', type(range(3)[1:]), range(3).__len__(), range(3).__contains__(1), range(3).__getitem__(1), range(3).__eq__(3), range(3).__reversed__().__next__(), isinstance(range(1), range)
range()
range(1, 2, 0)
range(1.5)
range('a')
range(None)
range(1, 2, 3, 4)
range(stop=5)
range(5)[5]
range(5)[-6]
range(5)['a']
range(5)[1.0]
range(5)[::0]
range(5).index(9)
range(5).index('a')
range(0).index(1)
range(5) + range(5)
range(5) < range(6)
range(5) * 2
range(5).start = 1
range(5)[0] = 1
range(3).foo
next(range(3))
range(5).count()
list(zip(range(3), range(10, 13))), dict.fromkeys(range(2)), [i for i in range(0, 10, 3)], range(10**17, 10**18)[-1], len(range(-2**62, 2**62 - 1))
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
