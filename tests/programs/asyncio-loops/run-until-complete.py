"""run_until_complete of coroutines, tasks and futures, again and again in one loop."""
import asyncio

async def add(a, b):
    await asyncio.sleep(1)
    return a + b

async def fail():
    raise LookupError('f')

loop = asyncio.new_event_loop()
print(loop.run_until_complete(add(1, 2)), loop.time())
t = loop.create_task(add(3, 4))
print(loop.run_until_complete(t), loop.time())
print(loop.run_until_complete(t), 'again')
f = loop.create_future()
loop.call_later(2, f.set_result, 'future')
print(loop.run_until_complete(f), loop.time())
for _ in range(2):
    try:
        loop.run_until_complete(fail())
    except LookupError as e:
        print(repr(e))
f = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(f)
except RuntimeError as e:
    print(e)
f.cancel()
try:
    loop.run_until_complete(f)
except asyncio.CancelledError as e:
    print(repr(e))
async def nested():
    try:
        loop.run_until_complete(f)
    except RuntimeError as e:
        print(e)
    other = asyncio.new_event_loop()
    c = add(1, 1)
    try:
        other.run_until_complete(c)
    except RuntimeError as e:
        print(e)
    try:
        loop.run_forever()
    except RuntimeError as e:
        print(e)
    c.close()
    try:
        loop.close()
    except RuntimeError as e:
        print(e)
    other.close()
loop.run_until_complete(nested())
try:
    loop.run_until_complete(None)
except TypeError as e:
    print(e)
loop.close()
print(loop)
