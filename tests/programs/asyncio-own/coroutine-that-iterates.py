"""An object that is a coroutine by its methods and an iterator as well is asked for its next item."""
import asyncio


class Steps:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration('done')

    def send(self, value):
        print('send', value)
        return self.__next__()

    def throw(self, error):
        print('throw', repr(error))
        raise error

    def close(self):
        print('close')


class Sent:
    def __await__(self):
        yield

    def send(self, value):
        print('send', value)
        raise StopIteration('sent')

    def throw(self, error):
        raise error

    def close(self):
        print('close')


async def main():
    print(asyncio.iscoroutine(Steps(1)))
    print(await asyncio.gather(Steps(1), Steps(2), Sent()))
    print(await asyncio.create_task(Steps(2)))
    task = asyncio.create_task(Steps(5))
    await asyncio.sleep(0)
    task.cancel('stop')
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args)


asyncio.run(main())
