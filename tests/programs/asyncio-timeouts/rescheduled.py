# Timeouts that are moved, nested and due at the same time.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(1) as cm:
        print(cm, cm.when(), cm.expired())
        cm.reschedule(loop.time() + 3)
        await asyncio.sleep(2)
    print(cm, cm.expired(), loop.time())
    try:
        async with asyncio.timeout(None) as cm:
            cm.reschedule(loop.time() + 0.5)
            await asyncio.sleep(5)
    except TimeoutError as e:
        print('T', repr(e), repr(e.__cause__), repr(e.__context__), cm)
    try:
        cm.reschedule(9)
    except RuntimeError as e:
        print(e)
    t = asyncio.timeout(1)
    try:
        t.reschedule(4)
    except RuntimeError as e:
        print(e)
    print(t)
    async with t:
        pass
    try:
        async with t:
            pass
    except RuntimeError as e:
        print(e)
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            await asyncio.sleep(0)
            print('unreached?')
    except TimeoutError:
        print('past')
    try:
        async with asyncio.timeout(0):
            pass
        print('passed')
    except TimeoutError:
        print('T0')
    try:
        async with asyncio.timeout(1) as o:
            try:
                async with asyncio.timeout(2) as i:
                    await asyncio.sleep(9)
            finally:
                print(i.expired(), o.expired())
    except TimeoutError:
        print('outer', i, o)
    try:
        async with asyncio.timeout(2) as o:
            try:
                async with asyncio.timeout(1) as i:
                    await asyncio.sleep(9)
            except TimeoutError:
                print('inner')
                await asyncio.sleep(5)
    except TimeoutError:
        print('then outer')
    try:
        async with asyncio.timeout(1) as o:
            try:
                async with asyncio.timeout(1) as i:
                    await asyncio.sleep(9)
            except TimeoutError:
                print('inner T')
                raise KeyError
    except (TimeoutError, KeyError, asyncio.CancelledError) as e:
        print(type(e).__name__, o.expired(), i.expired(), asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(9)
            except asyncio.CancelledError:
                raise ValueError('x')
    except ValueError as e:
        print('V', repr(e.__context__), asyncio.current_task().cancelling())

    async def f():
        async with asyncio.timeout(1):
            await asyncio.sleep(9)
    t = asyncio.create_task(f())
    await asyncio.sleep(0)
    loop.call_later(1, t.cancel, 'ext')
    try:
        await t
    except BaseException as e:
        print(type(e).__name__, e.args, t.cancelling())
    try:
        async with asyncio.timeout('x'):
            pass
    except TypeError as e:
        print(e)
asyncio.run(main())
