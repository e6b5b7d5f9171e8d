"""Eager tasks (Python 3.12 and 3.14, by their documentation): the first step runs while the task is made."""
import asyncio
import contextvars

var = contextvars.ContextVar('var', default='?')
log = []

async def quick(x):
    log.append(f'quick {x} in {asyncio.current_task().get_name()}')
    return x

async def slow(x):
    log.append(f'slow {x} begins')
    await asyncio.sleep(0)
    log.append(f'slow {x} ends')
    return x

async def fails():
    raise ValueError('at once')

async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(quick(1), name='q')
    print(t.done(), t.result(), log)
    log.clear()
    t = asyncio.create_task(slow(2))
    print(t.done(), log, asyncio.current_task().get_name())
    print(await t, log)
    t = asyncio.create_task(fails())
    print(t.done(), repr(t.exception()))
    log.clear()
    print(await asyncio.gather(quick('a'), slow('b'), quick('c')), len(log))
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(quick('group'))
        print('done in group', t.done())
    async def sets():
        var.set('inner')
    asyncio.create_task(sets())
    print(var.get())
    lazy = asyncio.create_task(quick('lazy'), eager_start=False)
    print('lazy', lazy.done())
    await lazy
    loop.set_task_factory(None)
    t = asyncio.create_task(quick('plain'))
    print(t.done(), (await t))
    t = asyncio.create_task(quick('eager by argument'), eager_start=True)
    print(t.done())
    async def nested():
        me = asyncio.current_task()
        inner = asyncio.create_task(quick('nested'), eager_start=True)
        return inner.done(), asyncio.current_task() is me
    print(await nested())

asyncio.run(main())
