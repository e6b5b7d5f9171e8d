"""Awaitables that start lazily, remember their result, and decorators for coroutines."""
import asyncio

import functools

def memo(func):
    cache = {}
    @functools.wraps(func)
    def wrapper(*args):
        if args not in cache:
            cache[args] = asyncio.ensure_future(func(*args))
        return cache[args]
    wrapper.cache = cache
    return wrapper

def logged(func):
    @functools.wraps(func)
    async def wrapper(*args):
        print('->', func.__name__, args)
        try:
            return await func(*args)
        finally:
            print('<-', func.__name__, args)
    return wrapper

@memo
@logged
async def fib(n):
    if n < 2:
        return n
    a, b = await asyncio.gather(fib(n - 1), fib(n - 2))
    return a + b

class Lazy:
    def __init__(self, make): self.make = make
    def __await__(self):
        if not hasattr(self, 'value'):
            self.value = yield from self.make().__await__()
        return self.value

async def main():
    print(await fib(4), len(fib.cache), asyncio.iscoroutinefunction(fib))
    @logged
    async def expensive():
        await asyncio.sleep(1)
        return 'expensive'
    lazy = Lazy(expensive)
    print(await lazy, await lazy)

asyncio.run(main())
