"""Future.__await__, iteration, and what a task refuses to be yielded."""
import asyncio

class Weird:
    def __init__(self, value): self.value = value
    def __await__(self):
        got = yield self.value
        return got

async def tries(value):
    try:
        return await Weird(value)
    except RuntimeError as e:
        return f'RuntimeError: {e}'

async def main():
    loop = asyncio.get_running_loop()
    print(await tries(None))
    print(await tries(5))
    print(await tries('text'))
    print((await tries(x for x in ())).split(' with ')[0].split(' in ')[0])
    f = loop.create_future()
    print((await tries(f)).split(' in ')[0])
    f.set_result('v')
    it = iter(f)
    try:
        next(it)
    except StopIteration as e:
        print('stop', e.value)
    f = loop.create_future()
    it = f.__await__()
    print(next(it) is f, f._asyncio_future_blocking)
    f._asyncio_future_blocking = False
    try:
        next(it)
    except RuntimeError as e:
        print(e)
    f.set_result(1)
    it = f.__await__()
    try:
        it.send('x')
    except StopIteration as e:
        print('send', e.value)
    f = loop.create_future()
    it = f.__await__()
    next(it)
    try:
        it.throw(KeyError('thrown'))
    except KeyError as e:
        print('thrown', e)
    it.close()
    async def awaits_itself():
        await asyncio.current_task()
    try:
        await asyncio.create_task(awaits_itself(), name='self')
    except RuntimeError as e:
        print(str(e).split(':')[0])

asyncio.run(main())
