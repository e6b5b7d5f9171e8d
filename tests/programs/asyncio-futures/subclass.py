"""A subclass of Future that overrides methods and __await__."""
import asyncio

class Loud(asyncio.Future):
    def __init__(self, name, **kw):
        super().__init__(**kw)
        self.name = name
    def set_result(self, value):
        print(self.name, 'set_result', value)
        super().set_result(value * 2)
    def cancel(self, msg=None):
        print(self.name, 'cancel', msg)
        return super().cancel(msg)
    def add_done_callback(self, fn, *, context=None):
        print(self.name, 'add_done_callback')
        super().add_done_callback(fn, context=context)
    def __repr__(self):
        return f'<Loud {self.name}>'

class Lazy(asyncio.Future):
    started = False
    def __await__(self):
        if not self.started:
            self.started = True
            print('starting lazily')
            self.get_loop().call_later(1, self.set_result, 'lazy result')
        return super().__await__()
    __iter__ = __await__

async def main():
    loop = asyncio.get_running_loop()
    f = Loud('one')
    loop.call_soon(f.set_result, 21)
    print(await f, f)
    f = Loud('two', loop=loop)
    t = asyncio.ensure_future(f)
    print(t is f)
    async def w():
        await f
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    print(t.cancel('msg'))
    await asyncio.wait([t])
    print(f.cancelled(), t.cancelled())
    lazy = Lazy()
    await asyncio.sleep(1)
    print(lazy.done(), await lazy, loop.time())
    print(await asyncio.gather(lazy, asyncio.shield(lazy)))

asyncio.run(main())
