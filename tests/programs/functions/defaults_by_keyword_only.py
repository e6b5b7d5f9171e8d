# Keyword-only parameters left out take their defaults, whatever became of them.
def f(a, b=2, *, c=3, d=4):
    return a, b, c, d


print(f(1), f(1, 5), f(1, d=6), f(1, c=7, b=8))
f.__kwdefaults__ = {'d': 40, 'c': 30}
print(f(1), f(1, c=7))
f.__defaults__ = None
try:
    f(1)
except TypeError as error:
    print(error)
print(f(1, 2))
f.__kwdefaults__ = {'c': 30}
try:
    f(1, 2)
except TypeError as error:
    print(error)
f.__defaults__ = (10, 20)
f.__kwdefaults__ = {'x': 1, 'c': 3, 'd': 4}
print(f(), f(5))
del f.__kwdefaults__['c']
try:
    f()
except TypeError as error:
    print(error)


async def g(x, y='y', *, z='z'):
    return x + y + z


import asyncio

print(asyncio.run(g('x')), asyncio.run(g('x', z='Z')))
