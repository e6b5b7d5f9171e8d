"""What `aclose()` gives: an exception before its first step goes past it."""
import asyncio


async def numbers(tag):
    try:
        while True:
            try:
                yield tag
            except BaseException as error:
                print(tag, 'got', repr(error))
                raise
    finally:
        print(tag, 'cleans')
        await asyncio.sleep(0.5)
        print(tag, 'cleaned')


async def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


async def main():
    one = numbers('one')
    await anext(one)
    closing = asyncio.create_task(one.aclose())
    closing.cancel('early')
    try:
        await closing
    except asyncio.CancelledError as error:
        print(repr(error))

    two = numbers('two')
    await anext(two)
    step = two.aclose()
    print(type(step).__name__)
    try:
        step.send(3)
    except RuntimeError as error:
        print(error)
    step.send(None)
    try:
        await two.aclose()
    except RuntimeError as error:
        print(error)
    try:
        step.throw(ValueError('v'))
    except ValueError as error:
        print(repr(error))

    three = numbers('three')
    await anext(three)
    following = asyncio.create_task(anext(three))
    following.cancel('next')
    try:
        await following
    except asyncio.CancelledError as error:
        print(repr(error))
    print(await anext(three, 'over'))

    four = stubborn()
    await anext(four)
    for _ in range(2):
        try:
            await four.aclose()
        except (RuntimeError, StopAsyncIteration) as error:
            print(repr(error))
    print(await anext(four))

    step = numbers('five').aclose()
    await step
    try:
        await step
    except RuntimeError as error:
        print(error)

    # Dropped when the program is about to end: cancelled before the first step.
    last = numbers('last')
    await anext(last)
    print('end')

asyncio.run(main())
print('over')
