"""timeout(0), timeout of a body that raises, and use outside a task."""
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0) as cm:
            print('body runs', cm.expired())
            await asyncio.sleep(0)
            print('one turn is not enough?')
            await asyncio.sleep(0)
            print('two')
    except TimeoutError:
        print('timed out at', loop.time())
    try:
        async with asyncio.timeout(-1):
            print('no await here')
        print('body without await is not interrupted')
    except TimeoutError:
        print('timed out')
    await asyncio.sleep(0)
    try:
        async with asyncio.timeout(1) as cm:
            raise KeyError('k')
    except KeyError as e:
        print(repr(e), cm, cm.expired())
    try:
        async with asyncio.timeout(1) as cm:
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                raise ValueError('instead')
    except ValueError as e:
        print(repr(e), repr(e.__context__), cm, cm.expired())
    try:
        async with asyncio.timeout(1) as cm:
            try:
                await asyncio.sleep(5)
            finally:
                print('cleanup', await asyncio.sleep(1, 'slow'))
    except TimeoutError:
        print('at', loop.time())
    def cb():
        try:
            cm = asyncio.timeout(1)
            cm.__aenter__().send(None)
        except RuntimeError as e:
            print(e)
    loop.call_soon(cb)
    await asyncio.sleep(0)
    print(asyncio.timeout_at(3.5), asyncio.timeout_at(3.5).when())

asyncio.run(main())
