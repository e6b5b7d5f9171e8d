"""A Task subclass with own attributes, timing and cancellation policy."""
import asyncio

class TimedTask(asyncio.Task):
    started = None
    def __init__(self, coro, *, loop=None, name=None, **kw):
        super().__init__(coro, loop=loop, name=name, **kw)
        self.created = loop.time() if loop else asyncio.get_running_loop().time()
        self.cancels = []
        self.add_done_callback(self.report)
    def cancel(self, msg=None):
        self.cancels.append(msg)
        if msg == 'soft':
            return False
        return super().cancel(msg)
    @staticmethod
    def report(task):
        took = asyncio.get_running_loop().time() - task.created
        print(f'{task.get_name()} took {took:.1f}', 'cancelled' if task.cancelled() else 'done')

async def work(n):
    await asyncio.sleep(n)
    return n

async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **kw: TimedTask(coro, loop=loop, **kw))
    t = asyncio.create_task(work(1), name='one')
    print(await t, t.cancels)
    t = asyncio.create_task(work(2), name='two')
    await asyncio.sleep(0)
    print(t.cancel('soft'), t.cancelling())
    print(await t)
    async def outer(): return await work_task
    work_task = asyncio.create_task(work(5), name='inner')
    o = asyncio.create_task(outer(), name='outer')
    await asyncio.sleep(1)
    o.cancel('hard')
    print(await asyncio.gather(o, return_exceptions=True), work_task.cancels, work_task.cancelled())
    d = TimedTask(work(0.5), loop=loop, name='direct')
    print(await d, isinstance(d, asyncio.Task), type(d).__mro__[1].__name__)

asyncio.run(main())
