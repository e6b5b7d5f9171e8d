# asyncio.to_thread: the loop goes on meanwhile; context variables go along.
import asyncio
import contextvars
import threading
import time

var = contextvars.ContextVar('var', default='unset')


def work(n):
    time.sleep(n)
    return n, var.get(), threading.current_thread() is threading.main_thread()


async def ticker():
    loop = asyncio.get_running_loop()
    for _ in range(4):
        print('tick', loop.time())
        await asyncio.sleep(1)


async def main():
    loop = asyncio.get_running_loop()
    var.set('main')
    task = asyncio.create_task(ticker())
    print(await asyncio.to_thread(work, 2.5), loop.time())
    print(await asyncio.gather(*(asyncio.to_thread(work, n)
                                 for n in (3, 1, 2))), loop.time())
    try:
        await asyncio.wait_for(asyncio.to_thread(time.sleep, 5), 1)
    except TimeoutError:
        print('timeout', loop.time())
    await task

    def fails():
        var.set('thread')
        raise ValueError('in the thread')

    try:
        await asyncio.to_thread(fails)
    except ValueError as error:
        print(error, var.get())


asyncio.run(main())
print('end', time.monotonic())
