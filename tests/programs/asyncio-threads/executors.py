# loop.run_in_executor with pools of one's own and the default one.
import asyncio
import concurrent.futures as cf
import time


def blocking(n):
    time.sleep(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    with cf.ThreadPoolExecutor(max_workers=2) as pool:
        futures = [loop.run_in_executor(pool, blocking, n) for n in (2, 1, 2)]
        for future in asyncio.as_completed(futures):
            print(await future, loop.time())
    loop.set_default_executor(cf.ThreadPoolExecutor(1, 'mine'))
    first = loop.run_in_executor(None, blocking, 2)
    second = loop.run_in_executor(None, blocking, 1)
    third = loop.run_in_executor(None, print, 'never')
    await asyncio.sleep(1)
    print(second.cancel(), third.cancel(), first.done(), loop.time())
    print(await first, loop.time())
    await loop.shutdown_default_executor()
    try:
        loop.run_in_executor(None, blocking, 1)
    except RuntimeError as error:
        print(error)

    pool = cf.ThreadPoolExecutor()
    future = pool.submit(blocking, 3)
    wrapped = asyncio.wrap_future(future)
    print(type(wrapped).__name__, await wrapped, loop.time())
    try:
        loop.set_default_executor('x')
    except TypeError as error:
        print(error)
    # A blocking call in the loop's own thread holds the loop up.
    asyncio.get_running_loop().call_later(1, print, 'late')
    future = pool.submit(blocking, 2)
    print(future.result(), loop.time())
    await asyncio.sleep(0)
    pool.shutdown()


asyncio.run(main())
