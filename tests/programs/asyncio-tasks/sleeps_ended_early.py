# Sleeps that do not end by their timer leave none behind: the clock does not
# go on to it.
import asyncio


async def nap(seconds, result=None):
    try:
        return await asyncio.sleep(seconds, result)
    finally:
        print('woke from', seconds)


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(nap(n * 1000)) for n in range(1, 4)]
    await asyncio.sleep(1)
    for task in tasks:
        task.cancel('enough')
    print(await asyncio.gather(*tasks, return_exceptions=True), loop.time())

    task = asyncio.create_task(nap(500, 'late'))
    await asyncio.sleep(0)
    waiter = task._fut_waiter
    print(waiter.done(), waiter._result, waiter.cancelled())
    waiter.set_result('early')
    print(await task, loop.time())

    coroutine = nap(800)
    coroutine.send(None)
    try:
        coroutine.throw(ValueError('thrown'))
    except ValueError as error:
        print(repr(error))
    coroutine = nap(900)
    coroutine.send(None)
    coroutine.close()
    coroutine = nap(950)
    coroutine.send(None)
    del coroutine

    try:
        await asyncio.wait_for(nap(50), 2)
    except TimeoutError:
        print('timeout', loop.time())
    many = [asyncio.create_task(asyncio.sleep(100 + n)) for n in range(300)]
    await asyncio.sleep(0)
    for task in many[:290]:
        task.cancel()
    await asyncio.wait(many[:290])
    print(sum(task.cancelled() for task in many), loop.time())
    print(len(await asyncio.gather(*many[290:])), loop.time())
    task = asyncio.create_task(asyncio.sleep(1000))
    await asyncio.sleep(0)


asyncio.run(main())
print('end')
