# A coroutine that only lets the loop take its next turn, seen and ended by others.
import asyncio
import inspect
import traceback
import types


async def rests(log, name):
    try:
        value = await asyncio.sleep(0)
        log.append((name, "woke", value))
    except BaseException as error:
        frames = traceback.extract_tb(error.__traceback__)
        log.append((name, type(error).__name__, [frame.name for frame in frames][:2]))
        raise
    finally:
        log.append((name, "left"))
    return name


async def seen():
    log = []
    coroutine = rests(log, "seen")
    task = asyncio.create_task(coroutine)
    await asyncio.sleep(0)
    inner = coroutine.cr_await
    print(type(inner).__name__, inner.__qualname__, inspect.getcoroutinestate(inner))
    print(inner is coroutine.cr_await)
    print(await task, log, inspect.getcoroutinestate(inner))


async def cancelled():
    log = []
    tasks = [asyncio.create_task(rests(log, str(i))) for i in range(3)]
    await asyncio.sleep(0)
    tasks[1].cancel("enough")
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(log)


def by_hand():
    log = []
    coroutine = rests(log, "sent")
    print(coroutine.send(None))
    try:
        coroutine.send(5)
    except StopIteration as stop:
        print("stop", stop.value)
    coroutine = rests(log, "thrown")
    coroutine.send(None)
    try:
        coroutine.throw(KeyError("k"))
    except KeyError as error:
        print("KeyError", error)
    coroutine = rests(log, "closed")
    coroutine.send(None)
    coroutine.close()
    coroutine = rests(log, "dropped")
    coroutine.send(None)
    del coroutine
    for entry in log:
        print(entry)


async def twice():
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return await asyncio.sleep(0, "given")


async def values():
    numbers = []
    async def items():
        for number in range(3):
            await asyncio.sleep(0)
            yield number
            await asyncio.sleep(0)
    async for number in items():
        numbers.append(number)
    print(numbers, [await asyncio.sleep(0) for _ in range(2)])
    x = 7
    x = await asyncio.sleep(0)
    print(x, await asyncio.sleep(0, 3), await asyncio.sleep(False), await asyncio.sleep(-1), await twice())


@types.coroutine
def old():
    yield from asyncio.sleep(0).__await__()
    return "old"


async def order():
    done = []
    async def worker(name, turns):
        for turn in range(turns):
            await asyncio.sleep(0)
            done.append((name, turn))
    await asyncio.gather(worker("a", 3), worker("b", 2), worker("c", 1))
    print(done, await old())


async def printed():
    async def outer():
        await rests([], "inner")
    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    print([frame.f_code.co_name for frame in task.get_stack()])
    awaited, names = task.get_coro(), []
    while awaited is not None and hasattr(awaited, "cr_await"):
        names.append((awaited.__name__, awaited.cr_frame is not None, awaited.cr_running))
        awaited = awaited.cr_await
    print(names)
    await task


asyncio.run(seen())
asyncio.run(cancelled())
by_hand()
asyncio.run(values())
asyncio.run(order())
asyncio.run(printed())
before = asyncio.sleep.__defaults__
asyncio.sleep.__defaults__ = tuple("changed" if n == 0 else one for n, one in enumerate(before))
async def with_default():
    return await asyncio.sleep(0)
print(asyncio.run(with_default()))
asyncio.sleep.__defaults__ = before
print(asyncio.run(with_default()))
