"""Reprs of futures and tasks in all states."""
import asyncio

def callback(fut): pass

class Named:
    def __call__(self, fut): pass
    def __repr__(self): return '<Named>'

async def coro(fut):
    return await fut

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f)
    f.add_done_callback(Named())
    print(f)
    f.add_done_callback(Named())
    print(f)
    f.add_done_callback(Named())
    print(f)
    f.set_result([1, 'two'])
    print(f)
    f = loop.create_future()
    f.set_exception(ValueError('bad', 1))
    print(f, repr(f.exception()))
    f = loop.create_future()
    f.cancel()
    print(f)
    f = loop.create_future()
    f.set_result('x' * 200)
    print(f)
    f = loop.create_future()
    t = asyncio.create_task(coro(f), name='the task')
    print(t)
    await asyncio.sleep(0)
    print(t)
    t.cancel()
    print(t)
    f = loop.create_future()
    t = asyncio.create_task(coro(f), name='t2')
    await asyncio.sleep(0)
    f.set_result({'k': 1})
    print(t)
    await t
    print(t)
    t = asyncio.create_task(coro(f), name=7)
    print(t.get_name(), repr(t.get_name()))
    t.set_name(('tuple',))
    print(repr(t.get_name()), t.get_coro().__qualname__)
    await t

asyncio.run(main())
