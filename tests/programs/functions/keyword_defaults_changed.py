# One place that calls a function, whose keyword defaults change in between.


def f(a, *, b=1, c=2):
    return a, b, c


def g(a, *, c=5, b=6):
    return 'g', a, b, c


def call():
    try:
        return f(0)
    except TypeError as error:
        return error


print(call(), call())
f.__kwdefaults__['b'] = 10
print(call())
del f.__kwdefaults__['b']
print(call())
f.__kwdefaults__['b'] = 11
print(call())
f.__kwdefaults__ = {'c': 3, 'b': 4}
print(call())
f.__kwdefaults__ = None
print(call())
f.__kwdefaults__ = {'b': 7, 'c': 8}
print(call(), call())
f.__code__ = g.__code__
print(call(), call())
f.__kwdefaults__.clear()
print(call())
