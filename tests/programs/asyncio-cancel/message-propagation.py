"""Where the message of cancel() arrives, through one and two tasks."""
import asyncio

async def inner():
    await asyncio.sleep(5)

async def outer(t):
    try:
        await t
    except asyncio.CancelledError as e:
        print('outer', e.args)
        raise

async def main():
    for msg in ((), (None,), ('text',), (42,), (('a', 1),)):
        t = asyncio.create_task(inner())
        o = asyncio.create_task(outer(t))
        await asyncio.sleep(0)
        o.cancel(*msg)
        try:
            await o
        except asyncio.CancelledError as e:
            print(msg, '->', e.args, t.cancelled())
        try:
            o.result()
        except asyncio.CancelledError as e:
            print('   again', e.args)

asyncio.run(main())
