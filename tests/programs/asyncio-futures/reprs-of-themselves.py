# A future that holds itself, and the name of a task's wake-up.
import asyncio


class MyTask(asyncio.Task):
    pass


async def main():
    loop = asyncio.get_running_loop()
    for make in lambda f: f, lambda f: [f], lambda f: (1, {'f': f}):
        future = loop.create_future()
        future.set_result(make(future))
        print(future)
    waited = loop.create_future()

    async def wait():
        await waited
    tasks = [MyTask(wait(), loop=loop), asyncio.create_task(wait())]
    await asyncio.sleep(0)
    print(waited)
    waited.set_result(None)
    await asyncio.gather(*tasks)

    class NoIterator:
        def __aiter__(self):
            return 3
    try:
        aiter(NoIterator())
    except TypeError as error:
        print(error)

asyncio.run(main())
