import asyncio

async def leaf():
    await asyncio.sleep(10)

async def middle(task):
    await task

async def main():
    inner = asyncio.create_task(leaf(), name='leaf')
    outer = asyncio.create_task(middle(inner), name='middle')
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print(inner.cancelled())

asyncio.run(main())
