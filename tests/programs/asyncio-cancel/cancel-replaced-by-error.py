"""An error raised while a cancellation is handled takes its place."""
import asyncio

async def replaces():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise KeyError('instead')

async def from_none():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as e:
        raise ValueError('chained') from e

async def finally_raises():
    try:
        await asyncio.sleep(1)
    finally:
        1 / 0

async def finally_returns():
    while True:
        try:
            await asyncio.sleep(1)
        finally:
            return 'returned in finally'

async def new_cancel():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise asyncio.CancelledError('mine', 2)

async def main():
    for f in (replaces, from_none, finally_raises, finally_returns, new_cancel):
        t = asyncio.create_task(f())
        await asyncio.sleep(0)
        t.cancel('req')
        try:
            print(f.__name__, 'result', await t)
        except BaseException as e:
            print(f.__name__, repr(e), 'context', repr(e.__context__), 'cause', repr(e.__cause__))
        print('   ', t.cancelled(), t.done())

asyncio.run(main())
