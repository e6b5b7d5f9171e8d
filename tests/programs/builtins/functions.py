# Builtin functions.
print(abs(-3), abs(-2.5), abs(3 - 4j), all([]), any([0, '']), any(x > 2 for x in range(5)), ascii('é\n'), bin(-10), hex(255), oct(8), chr(8364), ord('€'), callable(len), callable(3))
print(divmod(7, -2), divmod(-7.5, 2), pow(2, 10), pow(3, -1, 7), pow(2, 0.5), round(2.5), round(-3.5), round(2.675, 2), round(1234, -2), round(7), sum([1, 2.5]), sum([[1], [2]], []), sum(range(5), start=10), sum([0.1] * 10) in (1.0, 0.9999999999999999))
print(list(enumerate('ab', 1)), list(enumerate(iterable='xy', start=5)), list(zip([1, 2], 'ab', (True, False))), list(map(lambda x, y: x * y, [1, 2, 3], [4, 5])), list(filter(None, [0, 1, '', 'a'])), list(filter(lambda x: x % 2, range(5))), list(reversed('abc')), list(zip()))
print(len('héllo'), repr('a\'b'), format(3.14159, '.2f'), format('x', '>3'), hash(1) == hash(1.0), id(len) == id(len), iter([1]).__next__(), next(iter([]), 'd'), next(iter([7])))
it = iter([1, 2, 3]); print(next(it), it.__length_hint__(), list(it), list(it))
n = iter(range(10).__iter__().__next__, 4); print(list(n))
print(isinstance(1, int), isinstance(True, (str, int)), isinstance('s', int | str), issubclass(bool, int), isinstance(1, float), issubclass(dict, (list, dict)), isinstance(None, type(None)))


class C:
    x = 1

    def __init__(self):
        self.y = 2

    def __getattr__(self, name):
        if name == 'dyn':
            return 'dynamic'
        raise AttributeError(name)

    def __len__(self):
        return 3

    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10

    def __call__(self):
        return 'called'


c = C()
print(getattr(c, 'x'), getattr(c, 'dyn'), getattr(c, 'nope', 'dflt'), hasattr(c, 'y'), hasattr(c, 'zz'), vars(c), list(c), list(reversed(c)), 20 in c, len(c), callable(c), c())
setattr(c, 'z', 5); delattr(c, 'y'); print(vars(c), 'z' in dir(c), [d for d in dir(c) if not d.startswith('_')])


class Meta(type):
    def __instancecheck__(cls, obj):
        return obj == 42

    def __subclasscheck__(cls, sub):
        return sub is int


class M(metaclass=Meta):
    pass


print(isinstance(42, M), isinstance(1, M), issubclass(int, M), issubclass(str, (M, bytes)), isinstance(42, (str, M)))


def local():
    a, b = 1, 2
    return sorted(locals()), 'local' in globals()


print(local(), __name__, globals()['c'] is c)
print('a', 1, None, 2.5, [1], sep='-', end='!\n'); print(); print('x', end=''); print(sep='')


class W:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


w = W(); print('to', 'file', file=w); print(''.join(w.parts) == 'to file\n')


def gen():
    yield 1
    yield 2
    return 'end'


g = gen(); print(next(g), next(g), next(g, 'over'), sum(gen()), sorted(gen(), reverse=True), max(gen()), list(map(str, gen())), dict(enumerate(gen())), tuple(gen()), set(gen()), [*zip(gen(), gen())])
for bad in (lambda: len(5), lambda: abs('x'), lambda: iter(5), lambda: next(5), lambda: next(iter([])), lambda: ord('ab'), lambda: chr(-1), lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: getattr(1, 'x'), lambda: getattr(1, 2), lambda: sum(['a']), lambda: sum([], ''), lambda: int('x'), lambda: round('x'), lambda: divmod(1, 0), lambda: divmod('a', 1), lambda: pow(2, 3, 0), lambda: hash([]), lambda: reversed({1}), lambda: list(zip([1], [1, 2], strict=True)), lambda: enumerate(5), lambda: vars(5), lambda: print(1, sep=2), lambda: bin(1.5), lambda: range(1, 2, 0), lambda: input()):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
