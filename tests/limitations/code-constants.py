def f(a):
    'doc'
    return a + 1000


print(f.__code__.co_consts)
