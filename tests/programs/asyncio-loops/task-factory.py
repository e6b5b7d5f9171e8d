"""set_task_factory, and what the factory is given."""
import asyncio

class MyTask(asyncio.Task):
    def __init__(self, coro, **kw):
        print('MyTask', coro.__qualname__, sorted(kw))
        super().__init__(coro, **kw)
    def cancel(self, msg=None):
        print('MyTask.cancel', msg)
        return super().cancel(msg)

def factory(loop, coro, **kw):
    print('factory', coro.__qualname__, sorted(kw))
    return MyTask(coro, loop=loop, **kw)

async def work(n):
    await asyncio.sleep(n)
    return n

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    t = asyncio.create_task(work(1), name='named')
    print(type(t).__name__, t.get_name(), await t)
    print(await asyncio.gather(work(1), work(2)))
    try:
        await asyncio.wait_for(work(5), 1)
    except asyncio.TimeoutError:
        print('timeout')
    async with asyncio.TaskGroup() as tg:
        tg.create_task(work(1))
    t = asyncio.ensure_future(work(0))
    print(type(t).__name__, await t)
    loop.set_task_factory(None)
    print(type(asyncio.ensure_future(work(0))).__name__)
    for bad in (5, 'x'):
        try:
            loop.set_task_factory(bad)
        except TypeError as e:
            print(e)

asyncio.run(main())
