# What other threads may ask of a loop: call_soon_threadsafe,
# run_coroutine_threadsafe.
import asyncio
import threading
import time


async def add(a, b):
    await asyncio.sleep(1)
    return a + b


async def fails():
    raise KeyError('k')


def work(loop, done):
    future = asyncio.run_coroutine_threadsafe(add(1, 2), loop)
    print(f'result {future.result()} at {loop.time()}')
    try:
        asyncio.run_coroutine_threadsafe(fails(), loop).result()
    except KeyError as error:
        print(f'error {error!r}')
    future = asyncio.run_coroutine_threadsafe(asyncio.sleep(9), loop)
    time.sleep(1)
    print(f'cancel {future.cancel()} {future.cancelled()}')
    try:
        asyncio.get_running_loop()
    except RuntimeError as error:
        print(error)
    loop.call_soon_threadsafe(done.set_result, 'done')


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    await asyncio.gather(loop.run_in_executor(None, work, loop, done), done)
    print(done.result(), loop.time())
    event = asyncio.Event()

    def later():
        time.sleep(2)
        loop.call_soon_threadsafe(event.set)
        print('set asked for')

    future = loop.run_in_executor(None, later)
    await event.wait()
    print('event', loop.time())
    await future
    try:
        asyncio.run_coroutine_threadsafe(add, loop)
    except TypeError as error:
        print(error)


asyncio.run(main())
print(threading.active_count())
