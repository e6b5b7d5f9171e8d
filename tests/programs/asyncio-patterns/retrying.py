# Retrying as an asynchronous iterator of attempts.
import asyncio, functools, random

class RetryError(Exception):

    def __init__(self, last):
        self.last = last
        super().__init__(last)

    def reraise(self):
        raise self.last.exception()

class Attempt:

    def __init__(self, n):
        self.n = n
        self.exc = None
        self.res = None

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        if t is not None and issubclass(t, Exception):
            self.exc = v
            return True

    def exception(self):
        return self.exc

    def set_result(self, r):
        self.res = r

class AsyncRetrying:

    def __init__(self, stop=3, wait=lambda n: 2 ** n, sleep=asyncio.sleep, reraise=False):
        self.stop, self.wait, self.sleep, self.reraise = (stop, wait, sleep, reraise)

    def __aiter__(self):
        self.n = 0
        self.at = None
        return self

    async def __anext__(self):
        if self.at is not None:
            if self.at.exc is None:
                raise StopAsyncIteration
            if self.n >= self.stop:
                e = RetryError(self.at)
                if self.reraise:
                    raise self.at.exc
                raise e from self.at.exc
            await self.sleep(self.wait(self.n))
        self.n += 1
        self.at = Attempt(self.n)
        return self.at

    async def __call__(self, fn, *a, **k):
        async for at in self:
            with at:
                at.set_result(await fn(*a, **k))
        return self.at.res

    def wraps(self, fn):

        @functools.wraps(fn)
        async def w(*a, **k):
            return await AsyncRetrying(self.stop, self.wait, self.sleep, self.reraise)(fn, *a, **k)
        return w
calls = 0

async def main():
    global calls
    loop = asyncio.get_running_loop()

    async def flaky(n):
        global calls
        calls += 1
        if calls < n:
            raise IOError(f'call {calls}')
        return calls
    print(await AsyncRetrying()(flaky, 3), loop.time())
    calls = 0
    try:
        await AsyncRetrying(stop=2)(flaky, 9)
    except RetryError as e:
        print(repr(e.last.exception()), repr(e.__cause__), loop.time())
    calls = 0
    try:
        await AsyncRetrying(stop=2, reraise=True)(flaky, 9)
    except OSError as e:
        print(type(e).__name__, e)
    deco = AsyncRetrying(stop=5).wraps(flaky)
    calls = 0
    print(deco.__name__, asyncio.iscoroutinefunction(deco), await deco(4), loop.time())
    random.seed(4)
    print([round(random.uniform(0, 1), 4) for _ in range(3)])
asyncio.run(main())
