# zip, map, filter, enumerate, iter, next and their errors.
def gen():
    yield 1
    yield 2

for source in r'''
list(zip()), list(zip([1, 2])), list(zip([1, 2], 'ab')), list(zip([1, 2, 3], 'ab')), list(zip([1], [2], [3], strict=True)), list(zip(range(3), gen())), dict(zip('ab', [1, 2])), list(zip(*[(1, 2), (3, 4)])), list(zip('', 'a')), next(zip([1], [2]))
list(zip([1, 2], [1], strict=True))
list(zip([1], [1, 2], strict=True))
list(zip([1, 2], [1, 2], [1], strict=True))
list(zip([1], [1], [1, 2], strict=True))
list(zip([], [1], strict=True))
zip(1)
zip([1], 2)
zip([1], foo=2)
list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])), list(map(pow, [2, 3], [3, 2])), list(map(None.__class__, [])), list(map(len, ['a', 'bc'])), list(map(lambda *a: a, 'ab', 'cd', 'ef'))
map(str, 5)
list(map(5, [1]))
list(map(lambda: 1, [1]))
list(map(int, ['a']))
list(filter(None, [0, 1, '', 'a', None, []])), list(filter(str.isdigit, 'a1b2')), list(filter(lambda x: x > 1, [1, 2, 3])), list(filter(bool, [])), list(filter(None, {}))
filter()
filter(None)
filter(None, 5)
list(filter(5, [1]))
filter(None, [1], [2])
list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate('ab', start=-1)), list(enumerate(gen(), 10**20)), next(enumerate(['x'])), list(enumerate(iterable='a')), list(enumerate([]))
enumerate(5)
enumerate('a', 'b')
enumerate('a', 1.5)
enumerate('a', 1, 2)
next(iter([1])), next(iter([]), 'default'), next(gen()), next(iter('a'), None), list(iter([1, 2].pop, 1)) if False else '', list(iter(iter([1, 2, 3]).__next__, 3)), list(iter(lambda it=iter('abcd'): next(it), 'c')), iter(iter([])) is not None
next([1])
next(iter([]))
next()
next(5)
next(iter([]), 1, 2)
iter(5)
iter()
iter([], 1)
iter(None)
iter(object())
[*map(type, (zip(), map(str, []), filter(None, []), enumerate([]), reversed([]), iter([]), iter(()), iter(''), iter({}), iter(set()), iter(range(0)), iter(b''), iter(bytearray()), iter(int, 0)))]
[next(reversed([1])), iter(zip()).__next__.__name__, list(map(list, zip('ab', 'cd'))), list(zip(*zip('ab', 'cd'))), sum(map(int, '123')), [*filter(None, map(int, '0101'))]]
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
