"""Nested timeouts: which of them turns the cancellation into TimeoutError."""
import asyncio

async def nest(outer, inner, work):
    loop = asyncio.get_running_loop()
    start = loop.time()
    try:
        async with asyncio.timeout(outer) as o:
            try:
                async with asyncio.timeout(inner) as i:
                    await asyncio.sleep(work)
                print('  body done')
            except TimeoutError:
                print('  inner expired', i.expired(), o.expired())
            await asyncio.sleep(work)
    except TimeoutError:
        print('  outer expired', o.expired(), 'inner', i.expired())
    print('  at', round(loop.time() - start, 6), asyncio.current_task().cancelling())
    print(' ', o, i)

async def main():
    for args in ((5, 1, 3), (1, 5, 3), (2, 2, 3), (None, 1, 2), (1, None, 2), (0, 0, 1), (1, 1, 0.25)):
        print(args)
        await nest(*args)

asyncio.run(main())
