"""Exceptions through several tasks: chain, notes, groups, and their tracebacks."""
import asyncio
import traceback

async def level3():
    raise ValueError('deep')

async def level2():
    try:
        await level3()
    except ValueError as e:
        e.add_note('seen in level2')
        raise RuntimeError('wrapped') from e

async def level1():
    await asyncio.create_task(level2(), name='inner')

def names(e):
    return [f.name for f in traceback.extract_tb(e.__traceback__)]

async def main():
    try:
        await level1()
    except RuntimeError as e:
        print(names(e), names(e.__cause__), e.__cause__.__notes__)
        print(repr(e.__context__), e.__suppress_context__)
    t = asyncio.create_task(level3())
    for _ in range(2):
        try:
            await t
        except ValueError as e:
            print(names(e))
    try:
        t.result()
    except ValueError as e:
        print(names(e))
    try:
        await asyncio.gather(level3(), level1())
    except ValueError as e:
        print(names(e))
    try:
        await asyncio.wait_for(level3(), 1)
    except ValueError as e:
        print(names(e)[0], names(e)[-1])
    try:
        async with asyncio.timeout(0.1):
            await asyncio.sleep(1)
    except TimeoutError as e:
        print(names(e)[0], type(e.__cause__).__name__)
        print(''.join(traceback.format_exception_only(e)).strip())

asyncio.run(main())
