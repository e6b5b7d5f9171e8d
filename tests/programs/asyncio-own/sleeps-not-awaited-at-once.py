# Coroutines of the library as objects: kept, closed, thrown into, awaited later.
import asyncio
import inspect


class Clock(float):
    def __le__(self, other):
        print("compared")
        return float(self) <= other


async def cancelled_in(seconds):
    try:
        await asyncio.sleep(seconds, "late")
    except asyncio.CancelledError as error:
        frames = []
        trace = error.__traceback__
        while trace:
            frames.append(trace.tb_frame.f_code.co_name)
            trace = trace.tb_next
        print("cancelled in", frames[0], frames[1], error.args)
        raise


async def main():
    later = asyncio.sleep(0.5, "result")
    print(inspect.iscoroutine(later), later.__qualname__, later.cr_await)
    print(await later, inspect.getcoroutinestate(later))
    try:
        await later
    except RuntimeError as error:
        print(error)
    unused = asyncio.sleep(0)
    unused.close()
    print(await asyncio.sleep(True, 1), await asyncio.sleep(-3, 2), await asyncio.sleep(delay=0, result=3))
    print(await asyncio.sleep(Clock(0.25), 4), asyncio.get_running_loop().time())
    for wrong in ("1", None):
        try:
            await asyncio.sleep(wrong)
            print("slept")
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    for seconds in (0, 3):
        task = asyncio.create_task(cancelled_in(seconds))
        await asyncio.sleep(0)
        task.cancel("now")
        print(await asyncio.gather(task, return_exceptions=True))
    q = asyncio.Queue()
    put, get = q.put(9), q.get()
    print(q.qsize())
    await put
    print(q.qsize(), await get)
    step = asyncio.sleep(0)
    print(step.send(None))
    try:
        step.send(None)
    except StopIteration as stop:
        print("over", stop.value)
    print(len(asyncio.all_tasks()), asyncio.get_running_loop().time())


asyncio.run(main())
