# What can be seen of a step that `async for` has begun: the awaitable, who else asks
# for a step meanwhile, what is thrown in, how it ends.
import asyncio
import sys
import traceback


class Awaitable:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return self.value


class Countdown:
    # Its items come of awaitables that are no coroutines.
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    def __anext__(self):
        if self.n == 0:
            return self.stop()
        self.n -= 1
        return Awaitable(self.n)

    async def stop(self):
        raise StopAsyncIteration


async def slow(n):
    try:
        for i in range(n):
            await asyncio.sleep(0.1)
            yield i
    except BaseException as error:
        print("generator got", type(error).__name__, error)
        raise
    finally:
        print("generator over")


async def consume(generator):
    try:
        async for item in generator:
            print("item", item)
    except BaseException as error:
        print("consumer got", type(error).__name__, error)
        raise


async def look(generator, task):
    coroutine = task.get_coro()
    step = coroutine.cr_await
    print(type(step).__name__, step is coroutine.cr_await)
    print(generator.ag_running, type(generator.ag_await).__name__)
    task.print_stack(file=sys.stdout)
    try:
        async for item in generator:
            print("stolen", item)
    except RuntimeError as error:
        print("other", error)
    try:
        await generator.aclose()
    except RuntimeError as error:
        print("other", error)


async def failing():
    yield 1
    raise ValueError("in the generator")


async def nested(n):
    if n:
        async for item in nested(n - 1):
            yield item + 1
    else:
        yield 0
        await asyncio.sleep(1)
        yield 10


async def main():
    print([item async for item in Countdown(3)])

    generator = slow(3)
    task = asyncio.create_task(consume(generator))
    await asyncio.sleep(0.15)
    await look(generator, task)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error)
    async for item in generator:
        print("never", item)

    generator = slow(2)
    coroutine = consume(generator)
    coroutine.send(None)
    try:
        coroutine.throw(KeyError("k"))
    except KeyError as error:
        print("thrown through", error)
    try:
        await anext(generator)
    except StopAsyncIteration:
        print("it has ended")

    generator = slow(2)
    coroutine = consume(generator)
    coroutine.send(None)
    step = coroutine.cr_await
    try:
        step.throw(ValueError("to the step"))
    except ValueError as error:
        print("thrown to the step", error)
    try:
        coroutine.send(None)
    except RuntimeError as error:
        print(error)

    try:
        async for item in failing():
            print(item)
    except ValueError:
        traceback.print_exc(file=sys.stdout)

    generator = slow(1)
    async for item in generator:
        async for inner in generator:
            print("never", inner)
    step = (generator := slow(2)).__anext__()
    print(await step)
    try:
        await step
    except RuntimeError as error:
        print(error)
    async for item in generator:
        print(item)

    async def of_itself():
        yield 1
        async for item in itself:
            print("never", item)

    itself = of_itself()
    try:
        async for item in itself:
            print(item)
    except RuntimeError as error:
        print(error)
    print([item async for item in nested(5)])
    async for item in (2 * item async for item in nested(2)):
        print(item)


asyncio.run(main())
