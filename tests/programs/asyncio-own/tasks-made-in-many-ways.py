# create_task and ensure_future: names, numbers, contexts, loops and factories of the program's own.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="none")


async def job(n=0):
    await asyncio.sleep(0)
    return n, var.get()


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "awaited"


async def main():
    loop = asyncio.get_running_loop()
    tasks = [
        asyncio.create_task(job(1)),
        asyncio.create_task(job(2), name="second"),
        asyncio.create_task(job(3), name=33),
        asyncio.ensure_future(job(4)),
        asyncio.ensure_future(job(5), loop=loop),
        loop.create_task(job(6), name="six"),
    ]
    print([t.get_name() for t in tasks])
    other = contextvars.copy_context()
    other.run(var.set, "other")
    tasks.append(asyncio.create_task(job(7), context=other))
    var.set("later")
    tasks.append(asyncio.create_task(job(8)))
    print(await asyncio.gather(*tasks))
    future = loop.create_future()
    print(asyncio.ensure_future(future) is future, await asyncio.ensure_future(Awaitable()))
    for wrong in (job, 5, None):
        try:
            asyncio.ensure_future(wrong)
        except TypeError as error:
            print(error)
    try:
        asyncio.create_task(5)
    except TypeError as error:
        print(error)

    def factory(loop, coro, **kwargs):
        print("factory", coro.__name__)
        return asyncio.Task(coro, loop=loop, **kwargs)

    loop.set_task_factory(factory)
    print(await asyncio.create_task(job(9)), await asyncio.gather(job(10), job(11)))
    loop.set_task_factory(None)
    task = asyncio.create_task(job(12))
    print(task.get_name(), task.get_coro().__name__)
    task.set_name("renamed")
    print(task.get_name(), await task)

    async def fails():
        raise ValueError("no")

    print(await asyncio.gather(job(1), fails(), job(2), return_exceptions=True))
    both = asyncio.gather(job(1), fails(), job(2))
    try:
        await both
    except ValueError as error:
        print("raised", error)
    outer = asyncio.gather(job(1), asyncio.sleep(5))
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("cancelled", outer.cancelled())


asyncio.run(main())
