# Awaitables and futures of the program's own, and mistakes.
import asyncio

class Aw:

    def __init__(self, n):
        self.n = n

    def __await__(self):
        for i in range(self.n):
            print('y', i)
            yield
        return self.n * 10

class Fut:
    _asyncio_future_blocking = False

    def __init__(self, loop):
        self._loop = loop
        self._cbs = []
        self._done = False

    def get_loop(self):
        return self._loop

    def add_done_callback(self, cb, *, context=None):
        print('adc', context is not None)
        self._cbs.append((cb, context))

    def result(self):
        return 'fr'

    def done(self):
        return self._done

    def cancel(self, msg=None):
        print('cancel', msg)
        return False

    def fire(self):
        self._done = True
        for cb, ctx in self._cbs:
            self._loop.call_soon(cb, self, context=ctx)

    def __await__(self):
        if not self._done:
            self._asyncio_future_blocking = True
            yield self
        return self.result()

class Bad:

    def __await__(self):
        return 5

class Bad2:

    def __await__(self):
        yield 'junk'

class Bad3:

    async def __await__(self):
        pass

async def main():
    loop = asyncio.get_running_loop()
    print(await Aw(2), await asyncio.ensure_future(Aw(1)), await asyncio.gather(Aw(0), Aw(1)))
    f = Fut(loop)
    loop.call_later(1, f.fire)
    print(await f)
    f = Fut(loop)

    async def w():
        try:
            return await f
        except asyncio.CancelledError as e:
            print('w c', e.args)
            raise
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    print(t.cancel('m'))
    await asyncio.sleep(0)
    print(t.done())
    f.fire()
    try:
        await t
    except asyncio.CancelledError as e:
        print('C', e.args)
    for b in (Bad(), Bad3(), 5, None, 'x', [1]):
        try:
            await b
        except TypeError as e:
            print(e)
    try:
        await Bad2()
    except RuntimeError as e:
        print(e)
    for x in (5, None, [], object):
        try:
            asyncio.ensure_future(x)
        except TypeError as e:
            print(e)

    def gen():
        yield
    import types

    @types.coroutine
    def gc():
        x = (yield from asyncio.sleep(0.5, 'gc').__await__())
        return x
    print(await gc())
    print(await asyncio.wait_for(Aw(1), 5))
    g = gen()

    async def yb():
        await YF()

    class YF:

        def __await__(self):
            yield gen()
    try:
        await yb()
    except RuntimeError as e:
        print(str(e)[:60])
    try:
        async with 5:
            pass
    except TypeError as e:
        print(e)
    try:
        async for x in [1]:
            pass
    except TypeError as e:
        print(e)
    t = asyncio.current_task()

    class Self:

        def __await__(self):
            t._asyncio_future_blocking = True
            yield t

    async def ts():
        await asyncio.current_task()
    t2 = asyncio.create_task(ts())
    try:
        await t2
    except RuntimeError as e:
        print(str(e)[:30])
asyncio.run(main())
