def f(a):
    b = a
    return lambda: b


print(f.__code__.co_varnames)
