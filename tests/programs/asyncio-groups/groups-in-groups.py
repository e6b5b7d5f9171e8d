# Task groups in task groups, and what leaves them.
import asyncio

async def boom(d, e):
    await asyncio.sleep(d)
    raise e

async def ok(d, name):
    try:
        await asyncio.sleep(d)
        print('ok', name)
    except asyncio.CancelledError:
        print('cancelled', name)
        raise

async def main():
    try:
        async with asyncio.TaskGroup() as a:
            a.create_task(ok(5, 'a1'))
            async with asyncio.TaskGroup() as b:
                b.create_task(boom(1, ValueError('v')))
                b.create_task(ok(5, 'b1'))
                b.create_task(boom(1, TypeError('t')))
    except* ValueError as eg:
        print('V', eg, eg.exceptions)
    except* TypeError as eg:
        print('T', eg.exceptions)
    try:
        async with asyncio.TaskGroup() as a:

            async def sub():
                async with asyncio.TaskGroup() as b:
                    b.create_task(boom(1, KeyError(1)))
                    await asyncio.sleep(9)
            a.create_task(sub())
            a.create_task(boom(2, OSError(2)))
            print(a)
    except BaseExceptionGroup as eg:
        print(eg, eg.exceptions)
    try:
        async with asyncio.TaskGroup() as a:
            t = a.create_task(ok(5, 'x'))
            await asyncio.sleep(0)
            raise RuntimeError('body')
    except* RuntimeError as eg:
        print(repr(eg))

    async def se():
        raise SystemExit(3)
    try:
        async with asyncio.TaskGroup() as a:
            pass
        a.create_task(ok(1, 'z'))
    except RuntimeError as e:
        print(e)
    async with asyncio.TaskGroup() as tg:

        async def spawn(n):
            await asyncio.sleep(0.1)
            if n:
                tg.create_task(spawn(n - 1), name=f'spawn{n - 1}')
            print('spawn', n, asyncio.current_task().get_name()[:5])
        tg.create_task(spawn(3))

    async def outer():
        try:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(ok(5, 'in'))
        except asyncio.CancelledError as e:
            print('outer c', e.args)
            raise
    t = asyncio.create_task(outer())
    await asyncio.sleep(1)
    t.cancel('why')
    try:
        await t
    except asyncio.CancelledError as e:
        print(e.args, t.cancelling())
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(ok(5, 'self'))
        await asyncio.sleep(0)
        t.cancel()
    print(t.cancelled())

    async def stubborn():
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            raise ZeroDivisionError

    async def outer2():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(stubborn())
    t = asyncio.create_task(outer2())
    await asyncio.sleep(1)
    t.cancel()
    try:
        await t
    except BaseException as e:
        print(type(e), t.cancelling())
    eg = ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [TypeError(2), ValueError(3)])])
    print(eg.split(ValueError))
    print(eg.subgroup(TypeError))
asyncio.run(main())
