"""Results of members, names and contexts, and groups used for fan-out."""
import asyncio
import contextvars

who = contextvars.ContextVar('who', default='nobody')

async def square(n):
    await asyncio.sleep(1 / n)
    return n * n

async def speak():
    return who.get()

async def main():
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(square(n)) for n in range(1, 5)]
    print([t.result() for t in tasks], asyncio.get_running_loop().time())
    who.set('main')
    ctx = contextvars.copy_context()
    ctx.run(who.set, 'special')
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(speak())
        b = tg.create_task(speak(), context=ctx)
        who.set('changed later')
        c = tg.create_task(speak())
    print(a.result(), b.result(), c.result())

    async def tree(depth):
        if depth == 0:
            return 1
        async with asyncio.TaskGroup() as tg:
            left = tg.create_task(tree(depth - 1))
            right = tg.create_task(tree(depth - 1))
        return left.result() + right.result()
    print(await tree(4))
    empty = asyncio.TaskGroup()
    async with empty:
        pass
    print('empty group ended')

asyncio.run(main())
