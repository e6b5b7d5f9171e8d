"""create_task before the block, while shutting down and after the end."""
import asyncio

async def noop(n=0):
    await asyncio.sleep(n)

def attempt(tg):
    c = noop()
    try:
        t = tg.create_task(c)
        print('created')
        return t
    except RuntimeError as e:
        print('error:', e)
        c.close()

async def main():
    tg = asyncio.TaskGroup()
    print(tg)
    attempt(tg)
    async with tg:
        print(tg)
        attempt(tg)
        print(tg)
    print(tg)
    attempt(tg)
    try:
        async with tg:
            pass
    except RuntimeError as e:
        print('error:', e)

    async def late(tg):
        try:
            await asyncio.sleep(5)
        finally:
            print(tg)
            attempt(tg)
    async def fail():
        await asyncio.sleep(1)
        raise ValueError('x')
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(late(tg))
            tg.create_task(fail())
    except* ValueError as e:
        print(repr(e))

    # A task that makes tasks while the block waits for its end.
    order = []
    async def spawner(tg, depth):
        order.append(depth)
        if depth < 3:
            tg.create_task(spawner(tg, depth + 1))
        await asyncio.sleep(0.1)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(spawner(tg, 0))
    print(order, asyncio.get_running_loop().time())

asyncio.run(main())
