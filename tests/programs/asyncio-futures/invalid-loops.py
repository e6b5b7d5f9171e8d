"""Futures and tasks of another loop, closed loops and no loop."""
import asyncio

async def coro():
    return 1

def attempt(label, f, *a, **k):
    try:
        print(label, '->', f(*a, **k))
    except BaseException as e:
        print(label, '->', type(e).__name__, e)

a = asyncio.new_event_loop()
b = asyncio.new_event_loop()
fut = b.create_future()
async def wait_other():
    await fut
async def catching():
    try:
        await fut
    except RuntimeError as e:
        return str(e).split(' got ')[1]
print(a.run_until_complete(catching()))
attempt('run other', a.run_until_complete, fut)
a.close()
for name, args in (('call_soon', (print,)), ('call_later', (1, print)), ('call_at', (1, print)),
                   ('call_soon_threadsafe', (print,)), ('run_forever', ()), ('run_in_executor', (None, print))):
    attempt(name, getattr(a, name), *args)
c = coro()
attempt('create_task', a.create_task, c)
attempt('run_until_complete', a.run_until_complete, c)
c.close()
print(a.is_closed(), a.is_running(), a.create_future())
a.close()
attempt('running', asyncio.get_running_loop)
attempt('current', asyncio.current_task)
attempt('all', asyncio.all_tasks)
c = coro()
attempt('create', asyncio.create_task, c)
attempt('sleep', lambda: asyncio.sleep(1).send(None))
c.close()
print(b.run_until_complete(coro()))
b.close()
