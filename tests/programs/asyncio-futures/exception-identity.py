"""The same exception object comes out of every await; its traceback and context grow."""
import asyncio

class Boom(Exception):
    pass

async def fail():
    await asyncio.sleep(0.1)
    raise Boom('x')

async def waits(t, seen):
    try:
        await t
    except Boom as e:
        seen.append(e)

async def main():
    t = asyncio.create_task(fail())
    seen = []
    await asyncio.gather(waits(t, seen), waits(t, seen))
    print(seen[0] is seen[1] is t.exception())
    for _ in range(2):
        try:
            t.result()
        except Boom as e:
            print(e is seen[0], e.args)
    try:
        try:
            raise KeyError('first')
        except KeyError:
            await t
    except Boom as e:
        print(repr(e.__context__), e.__cause__)
    f = asyncio.get_running_loop().create_future()
    f.set_exception(Boom)
    try:
        await f
    except Boom as e:
        print('made from class', repr(e), e is f.exception())
    class Needs(Exception):
        def __init__(self, a): super().__init__(a)
    try:
        asyncio.get_running_loop().create_future().set_exception(Needs)
    except TypeError as e:
        print(str(e).split('.')[-1])

asyncio.run(main())
