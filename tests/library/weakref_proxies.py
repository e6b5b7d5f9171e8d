# A proxy does what its target does: operators, items, conversions.
import weakref


class Number(list):
    def __add__(self, other):
        return 'add', other

    def __radd__(self, other):
        return 'radd', other

    def __iadd__(self, other):
        return self

    def __neg__(self):
        return 'neg'

    def __int__(self):
        return 4

    def __index__(self):
        return 2

    def __float__(self):
        return 1.5

    def __abs__(self):
        return 'abs'

    def __lt__(self, other):
        return 'lt'

    def __call__(self, *args, **kwargs):
        return args, kwargs


number = Number([1, 2, 3])
proxy = weakref.proxy(number)
print(type(proxy), proxy + 1, 1 + proxy, proxy * 2, -proxy, abs(proxy))
print(int(proxy), float(proxy), 'abc'[proxy], proxy < 3, proxy == [1, 2, 3], proxy != proxy)
proxy[1] = 'two'
del proxy[0]
print(number, proxy[0], len(proxy), 3 in proxy, list(proxy), proxy(1, k=2), bool(proxy))
proxy += 1
print(type(proxy))


class Steps:
    def __iter__(self):
        return self

    def __next__(self):
        return 'step'


steps = Steps()
print(next(weakref.proxy(steps)), type(weakref.proxy(steps)))
for act in (lambda: hash(proxy), lambda: next(weakref.proxy(number)),
            lambda: weakref.proxy(steps) + 1, lambda: weakref.proxy(steps)[0]):
    try:
        print(act())
    except TypeError as error:
        print(error)
proxy = weakref.proxy(steps)
del steps
try:
    print(next(proxy))
except ReferenceError as error:
    print(error)
