"""Cancelling the outermost of tasks that await one another cancels the innermost first."""
import asyncio

async def leaf():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print('leaf', e.args)
        raise
    finally:
        print('leaf finally')

async def node(depth, child):
    try:
        await child
    except asyncio.CancelledError as e:
        print('node', depth, e.args, asyncio.current_task().cancelling(), child.cancelled())
        raise

async def main():
    t = first = asyncio.create_task(leaf(), name='leaf')
    chain = [t]
    for i in range(3):
        t = asyncio.create_task(node(i, t), name=f'n{i}')
        chain.append(t)
    await asyncio.sleep(1)
    print(t.cancel('top'), [x.cancelling() for x in chain], first.cancelled())
    try:
        await t
    except asyncio.CancelledError as e:
        print('main', e.args)
        c = e.__context__
        while c:
            print('  context', repr(c))
            c = c.__context__
    print([x.cancelled() for x in chain])

asyncio.run(main())
