import asyncio

async def fail(n, delay):
    await asyncio.sleep(delay)
    raise ValueError(n)

async def ok(n, delay):
    try:
        await asyncio.sleep(delay)
        print('done', n)
        return n
    except asyncio.CancelledError:
        print('cancelled', n)
        raise

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            a = tg.create_task(ok('a', 1))
            tg.create_task(fail('b', 2))
            tg.create_task(ok('c', 3))
    except* ValueError as eg:
        print(eg.exceptions, a.result())
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(ok('o', 5))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail('i', 1))
                inner.create_task(fail('j', 1))
                await asyncio.sleep(9)
    except BaseException as e:
        print(repr(e))
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(2):
                    await asyncio.sleep(5)
            except TimeoutError:
                print('inner')
    except TimeoutError:
        print('outer', outer.expired())
    async with asyncio.timeout(10) as t:
        t.reschedule(asyncio.get_running_loop().time() + 1)
        try:
            await asyncio.sleep(2)
        except asyncio.CancelledError:
            print('rescheduled', t)
            raise
    print('unreachable')

try:
    asyncio.run(main())
except BaseException as e:
    print(type(e), e.__cause__)
