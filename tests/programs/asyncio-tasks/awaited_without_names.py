# How a task is shown whose coroutine is not from an async def.
import asyncio
import collections.abc


class Plain(collections.abc.Coroutine):
    def send(self, value):
        raise StopIteration(3)

    def throw(self, *error):
        raise error[0]

    def close(self):
        pass

    def __await__(self):
        yield


class Named(Plain):
    __qualname__ = "Qualified"
    __name__ = "name"


async def numbers():
    yield 1


async def main():
    own = Plain()
    own.__name__ = "own"
    for coroutine in (Plain(), own, Named(), numbers().asend(None)):
        task = asyncio.create_task(coroutine)
        print(task)
        await task
        print(task)


asyncio.run(main())
