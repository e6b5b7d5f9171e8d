# What waits for the next turn is taken out of the coroutine that awaits it:
# it is a coroutine like others, with its own name and place.
import asyncio


async def waits(name):
    try:
        await asyncio.sleep(0)
        print(name, "went on")
    except BaseException as error:
        print(name, "got", repr(error))
        raise


async def outer(name):
    await waits(name)


def stands(coroutine):
    return coroutine.__qualname__, coroutine.cr_frame.f_lineno - coroutine.cr_code.co_firstlineno


async def main():
    task = asyncio.create_task(outer("a"))
    await asyncio.sleep(0)
    inner = task.get_coro()
    print(stands(inner), stands(inner.cr_await))
    inner = inner.cr_await.cr_await
    print(inner.__qualname__.split(".")[-1], asyncio.iscoroutine(inner))
    try:
        await inner
    except RuntimeError as error:
        print(error)
    other = asyncio.create_task(inner, name="other")
    print(await asyncio.gather(other, task, return_exceptions=True))

    cancelled = asyncio.create_task(outer("b"))
    await asyncio.sleep(0)
    cancelled.cancel("enough")
    print(await asyncio.gather(cancelled, return_exceptions=True))

    closed = waits("c")
    closed.send(None)
    print(stands(closed))
    closed.close()

    thrown = outer("d")
    thrown.send(None)
    try:
        thrown.throw(KeyError("thrown"))
    except KeyError as error:
        print("out came", error)

    sleep = asyncio.sleep
    sleep.__qualname__ = "nap"
    again = asyncio.create_task(outer("e"))
    await sleep(0)
    print(again.get_coro().cr_await.cr_await.__qualname__)
    await again


asyncio.run(main())
