"""Names of the library's own functions that a program can see."""

import asyncio
import logging
import sys


async def one():
    return 1


async def main():
    for coroutine in asyncio.as_completed([one()]):
        print(coroutine.__name__, coroutine.__qualname__, await coroutine)
    for size in ('x', None, 1.5):
        queue = asyncio.Queue(size)
        for function in queue.full, lambda: queue.put_nowait(1):
            try:
                print(size, function())
            except TypeError as error:
                print(size, error)
    logging.basicConfig(format='%(funcName)s %(message)s', stream=sys.stdout,
                        level=logging.INFO)
    log = logging.getLogger('a')
    await asyncio.to_thread(log.info, 'in a thread')
    await asyncio.get_running_loop().run_in_executor(None, log.info, 'in a pool')


class Full(asyncio.Queue):
    def full(self):
        return True


asyncio.run(main())
try:
    Full().put_nowait(1)
except asyncio.QueueFull:
    print('full')
