# A coroutine that sleeps, seen and ended by others.
import asyncio
import inspect
import traceback


async def sleeper(log, name, delay):
    try:
        value = await asyncio.sleep(delay)
        log.append((name, "woke", value))
    except BaseException as error:
        frames = traceback.extract_tb(error.__traceback__)
        log.append((name, type(error).__name__, [frame.name for frame in frames]))
        raise
    finally:
        log.append((name, "left", asyncio.get_running_loop().time() < 100))
    return name


async def seen():
    log = []
    coroutine = sleeper(log, "seen", 0.5)
    task = asyncio.create_task(coroutine)
    await asyncio.sleep(0.1)
    inner = coroutine.cr_await
    print(type(inner).__name__, inner.__qualname__, inspect.getcoroutinestate(inner), inner.cr_await is task._fut_waiter)
    print({name: inner.cr_frame.f_locals[name] for name in ("delay", "result")})
    print(inner is coroutine.cr_await)
    print(await task, log, inspect.getcoroutinestate(inner), inner.cr_frame)


async def cancelled():
    log = []
    tasks = [asyncio.create_task(sleeper(log, str(i), 1 + i)) for i in range(4)]
    await asyncio.sleep(0)
    tasks[1].cancel("enough")
    tasks[3].get_coro().cr_await
    tasks[3].cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(log)


async def ended_early():
    log = []
    loop = asyncio.get_running_loop()
    begun = loop.time()
    tasks = [asyncio.create_task(sleeper(log, str(i), 50)) for i in range(4)]
    await asyncio.sleep(0)
    tasks[0]._fut_waiter.set_result("early")
    tasks[1]._fut_waiter.set_exception(KeyError("k"))
    tasks[2]._fut_waiter.cancel("out")
    tasks[3]._fut_waiter.set_result(3)
    print(tasks[3].get_coro().cr_await.__name__)
    print(await asyncio.gather(*tasks, return_exceptions=True), loop.time() - begun < 1)
    print(log)
    try:
        async with asyncio.timeout(0.5):
            await asyncio.sleep(20)
    except TimeoutError:
        print("too late", round(loop.time() - begun, 3))


async def woken_and_cancelled():
    log = []
    task = asyncio.create_task(sleeper(log, "both", 0.25))
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0)
    loop.call_at(loop.time() + 0.25, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    print(log)


async def many():
    order = []
    async def one(k):
        await asyncio.sleep((k * 7 % 5) / 10)
        order.append(k)
        await asyncio.sleep(0.1)
        order.append(-k)
    await asyncio.gather(*(one(k) for k in range(1, 8)))
    print(order)


async def left_behind():
    log = []
    asyncio.create_task(sleeper(log, "left behind", 5))
    await asyncio.sleep(0.1)
    return log


class Own(asyncio.Future):
    pass


async def thrown():
    log = []
    async def drives():
        coroutine = sleeper(log, "driven", 3)
        print(type(coroutine.send(None)).__name__)
        try:
            coroutine.throw(ValueError("v"))
        except ValueError as error:
            print("ValueError", error)
        closed = sleeper(log, "closed", 3)
        closed.send(None)
        closed.close()
    await drives()
    for entry in log:
        print(entry)


asyncio.run(seen())
asyncio.run(cancelled())
asyncio.run(ended_early())
asyncio.run(woken_and_cancelled())
asyncio.run(many())
for entry in asyncio.run(left_behind()):
    print(entry)
asyncio.run(thrown())
