# The timer and the future of a sleep, found and ended by others than the loop.
import asyncio
import traceback


async def sleeper(delay, expected=()):
    try:
        return await asyncio.sleep(delay)
    except expected as error:
        names = [frame.name for frame in traceback.extract_tb(error.__traceback__)]
        return type(error).__name__, str(error), names


def live(loop):
    return sum(not handle.cancelled() for handle in loop._scheduled)


async def called():
    task = asyncio.create_task(sleeper(3))
    await asyncio.sleep(0)
    handle = asyncio.get_running_loop()._scheduled[0]
    print(handle._args[1])
    handle._callback(*handle._args)
    print(await task)


def result_of(coroutine, future, end):
    end(future)
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


async def by_hand():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("reported", context))
    ends = [
        lambda future: future.set_exception(KeyError("k")),
        lambda future: future.cancel("no more"),
        lambda future: future.set_result("mine"),
        lambda future: None,
    ]
    for end in ends:
        coroutine = sleeper(5, (KeyError, asyncio.CancelledError, RuntimeError))
        future = coroutine.send(None)
        print(result_of(coroutine, future, end), live(loop))
        if not future.done():
            future.set_result("late")
        await asyncio.sleep(6)


class Swallows:
    def __init__(self, coroutine):
        self.coroutine = coroutine

    def __await__(self):
        future = self.coroutine.send(None)
        try:
            yield future
        except BaseException as error:
            print("swallowed", type(error).__name__)
        try:
            self.coroutine.send(None)
        except StopIteration as stop:
            return stop.value


async def swallows():
    return await Swallows(sleeper(5, asyncio.CancelledError))


async def inside_a_task():
    task = asyncio.create_task(swallows())
    await asyncio.sleep(0)
    task.cancel("stop")
    print(await task, live(asyncio.get_running_loop()))


async def results():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(sleeper(5, KeyError))
    await asyncio.sleep(0)
    future = task._fut_waiter
    print(future._result)
    future.set_exception(KeyError("k"))
    print(future._result)
    print(await task)
    task = asyncio.create_task(sleeper(0.5))
    await asyncio.sleep(0)
    coroutine = task.get_coro()
    loop.call_at(loop.time() + 0.5, lambda: print(coroutine.cr_await.cr_frame.f_locals["delay"]))
    await task
    task = asyncio.create_task(sleeper(7))
    await asyncio.sleep(0)
    print(task.get_coro().cr_await.cr_frame.f_locals["delay"])
    future = task._fut_waiter
    future.set_result(3)
    try:
        next(future.__await__())
    except StopIteration as stop:
        print(stop.value, live(loop))
    print(await task, live(loop))


def passes_on():
    got = yield from echoes()
    return got


def echoes():
    first = yield "ready"
    return first


def sent():
    for value in (asyncio.sleep, sent, None):
        generator = passes_on()
        next(generator)
        try:
            generator.send(value)
        except StopIteration as stop:
            print(stop.value is value)


asyncio.run(called())
asyncio.run(by_hand())
asyncio.run(inside_a_task())
asyncio.run(results())
sent()
