"""Using loops in the wrong place: the texts of the errors."""
import asyncio

async def coro(): return 1

async def main():
    loop = asyncio.get_running_loop()
    for f in (lambda c: asyncio.run(c), lambda c: loop.run_until_complete(c), lambda c: asyncio.Runner().run(c)):
        c = coro()
        try:
            f(c)
        except RuntimeError as e:
            print(e)
        finally:
            c.close()
    for f in (loop.run_forever, loop.close):
        try:
            f()
        except RuntimeError as e:
            print(e)
    return loop

loop = asyncio.run(main())
for what in (coro, 5, None, [1]):
    try:
        asyncio.run(what)
    except ValueError as e:
        print(str(e).split(' at 0x')[0])
c = coro()
try:
    loop.run_until_complete(c)
except RuntimeError as e:
    print(e)
try:
    loop.create_task(c)
except RuntimeError as e:
    print(e)
c.close()
for f in (asyncio.get_running_loop, asyncio.current_task, asyncio.all_tasks):
    try:
        f()
    except RuntimeError as e:
        print(f.__name__, e)
print(asyncio._get_running_loop())
try:
    asyncio.Future()
    print('a future outside of a loop is possible')
except RuntimeError as e:
    print(e)
async def timeout_outside():
    async with asyncio.timeout(1):
        pass
try:
    timeout_outside().send(None)
except RuntimeError as e:
    print(e)
async def group_outside():
    async with asyncio.TaskGroup():
        pass
try:
    group_outside().send(None)
except RuntimeError as e:
    print(e)
