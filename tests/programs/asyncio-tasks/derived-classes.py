# Classes derived from Task and Future, and task factories.
import asyncio

class MyTask(asyncio.Task):

    def __init__(self, coro, **kw):
        super().__init__(coro, **kw)
        self.tag = 'T'

    def cancel(self, msg=None):
        print('my cancel', msg)
        return super().cancel(msg)

    def add_done_callback(self, fn, *, context=None):
        print('adc', getattr(fn, '__name__', type(fn).__name__))
        return super().add_done_callback(fn, context=context)

class MyFut(asyncio.Future):

    def set_result(self, r):
        print('set', r)
        super().set_result(r)

    def result(self):
        print('result')
        return super().result()

def factory(loop, coro, **kw):
    return MyTask(coro, loop=loop, **kw)

async def work(n):
    await asyncio.sleep(n)
    return n

async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    t = asyncio.create_task(work(1), name='nm')
    print(type(t).__name__, t.tag, t.get_name(), loop.get_task_factory() is factory)
    print(await t)
    t = asyncio.create_task(work(5))
    try:
        await asyncio.wait_for(t, 1)
    except TimeoutError:
        print('TO', t.cancelled())
    t = asyncio.create_task(work(5))
    await asyncio.sleep(0)
    t.cancel('hey')
    print(await asyncio.gather(t, work(0.1), return_exceptions=True))
    f = MyFut(loop=loop)
    loop.call_later(1, f.set_result, 3)
    print(await f)
    print(f)
    f = MyFut()
    loop.call_soon(f.set_exception, ValueError('e'))
    try:
        await f
    except ValueError as e:
        print(e)
    async with asyncio.TaskGroup() as tg:
        x = tg.create_task(work(0))
    print(type(x).__name__)
    done, pend = await asyncio.wait([asyncio.create_task(work(1)), asyncio.create_task(work(2))], timeout=1.5)
    print(len(done), len(pend))
    for p in pend:
        p.cancel()

    class BadT(asyncio.Task):

        def __init__(self, *a, **k):
            pass
    try:
        repr(BadT())
    except Exception as e:
        print(type(e).__name__, e)
    c = work(1)
    b = BadT(c)
    try:
        b.get_loop()
    except RuntimeError as e:
        print(e)
    c.close()
    try:
        loop.set_task_factory(5)
    except TypeError as e:
        print(e)
asyncio.run(main())
