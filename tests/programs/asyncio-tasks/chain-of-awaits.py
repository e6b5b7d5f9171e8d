"""What a suspended coroutine awaits, down to the future."""
import asyncio


async def outer(future):
    return await middle(future)


async def middle(future):
    return await future


def chain(coroutine):
    while coroutine is not None:
        yield getattr(coroutine, '__qualname__', type(coroutine).__name__)
        coroutine = getattr(coroutine, 'cr_await', None)


async def numbers(future):
    yield 1
    await future


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(outer(future))
    waiting = asyncio.create_task(outer(task))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(*chain(task.get_coro()))
    print(*chain(waiting.get_coro()))
    generator = numbers(future)
    await anext(generator)

    async def next_number():
        return await anext(generator, 'no more')

    following = asyncio.create_task(next_number())
    await asyncio.sleep(0)
    print(type(generator.ag_await).__name__)
    future.set_result('done')
    print(await task, await waiting, await following)
    print(task.get_coro().cr_await)

asyncio.run(main())
