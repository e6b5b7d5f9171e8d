# Coroutines that `gather` makes tasks of: once each, in order, told of their ends.
import asyncio


async def after(turns, result):
    for _ in range(turns):
        await asyncio.sleep(0)
    if isinstance(result, Exception):
        raise result
    return result


def names():
    return sorted(task.get_name() for task in asyncio.all_tasks())


async def named(result):
    print(asyncio.current_task().get_name(), names())
    return result


async def all_at_once():
    print(await asyncio.gather(*[after(k % 3, k) for k in range(7)]))
    print(await asyncio.gather(named("a"), named("b"), named("c")))


async def one_twice():
    coroutine = after(1, "once")
    print(await asyncio.gather(coroutine, after(0, "other"), coroutine))


async def of_all_kinds():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, "future")
    task = asyncio.create_task(after(2, "task"))

    class Awaitable:
        def __await__(self):
            yield from after(1, "").__await__()
            return "awaitable"

    print(await asyncio.gather(after(0, "coroutine"), future, task, Awaitable(), future))


async def errors():
    both = [after(2, ValueError("late")), after(0, KeyError("early")), after(1, "fine")]
    print(await asyncio.gather(*both, return_exceptions=True))
    try:
        await asyncio.gather(after(2, 1), after(1, ValueError("first")), after(3, ValueError("second")))
    except ValueError as error:
        print(error, names())
    await asyncio.sleep(1)
    bad = after(0, 0)
    try:
        await asyncio.gather(bad, 3)
    except TypeError as error:
        print(error)
    await asyncio.sleep(1)


async def cancelled():
    reached = []

    async def stubborn(k):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as error:
            reached.append((k, error.args))
            if k == 1:
                return "stays"
            raise

    outer = asyncio.gather(*[stubborn(k) for k in range(3)])
    await asyncio.sleep(0)
    print(outer.cancel("stop"), outer.done())
    try:
        await outer
    except asyncio.CancelledError as error:
        print(error.args, reached)


async def own_factory():
    loop = asyncio.get_running_loop()
    made = []

    def factory(loop, coroutine, context=None):
        made.append(coroutine.__name__)
        return asyncio.Task(coroutine, loop=loop, name="own")

    loop.set_task_factory(factory)
    print(await asyncio.gather(named(1), named(2)), made)
    loop.set_task_factory(None)


async def contexts():
    from contextvars import ContextVar
    number = ContextVar("number", default=0)

    async def change(k):
        number.set(number.get() + k)
        await asyncio.sleep(0)
        return number.get()

    number.set(10)
    print(await asyncio.gather(*[change(k) for k in range(4)]), number.get())


async def destroyed():
    # Nothing is said of what `gather` has made and nobody has awaited.
    asyncio.gather(after(3, 1), after(3, 2))


async def main():
    for part in (all_at_once, one_twice, of_all_kinds, errors, cancelled, own_factory, contexts, destroyed):
        print("-", part.__name__)
        await part()


asyncio.run(main())
