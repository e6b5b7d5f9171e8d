# A loop that runs, stops and is closed.
import asyncio
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
log = []

def cb(*a):
    log.append((a, loop.time()))
h = loop.call_soon(cb, 1)
loop.call_later(2, cb, 2)
h3 = loop.call_at(1, cb, 3)
h4 = loop.call_later(1.5, cb, 4)
h4.cancel()
print(h.cancelled(), h4.cancelled(), h3.when(), repr(h4)[:30])
loop.call_later(3, loop.stop)
loop.run_forever()
print(log, loop.time())
loop.call_soon(loop.stop)
loop.call_soon(cb, 'same turn')
loop.run_forever()
print(log[-1])

async def f():
    return 1
print(loop.run_until_complete(f()), loop.run_until_complete(asyncio.ensure_future(f(), loop=loop)))
fut = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(fut)
except RuntimeError as e:
    print(e)
try:
    loop.run_until_complete(5)
except TypeError as e:
    print(e)

async def nest():
    try:
        loop.run_forever()
    except RuntimeError as e:
        print(e)
    l2 = asyncio.new_event_loop()
    try:
        l2.run_until_complete(f())
    except RuntimeError as e:
        print(e)
    l2.close()
loop.run_until_complete(nest())
print(loop, loop.is_running(), loop.is_closed())
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
loop.close()
print(loop)
for fn in (lambda: loop.call_soon(cb), lambda: loop.call_later(1, cb), lambda: loop.run_forever(), lambda: loop.create_task(f()), lambda: loop.run_until_complete(f())):
    try:
        fn()
    except RuntimeError as e:
        print(e)
print(asyncio.get_event_loop() is loop)
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)
pol = asyncio.get_event_loop_policy()
print(type(pol).__name__)

class P(asyncio.DefaultEventLoopPolicy):

    def new_event_loop(self):
        print('new')
        return super().new_event_loop()
asyncio.set_event_loop_policy(P())
asyncio.run(f())
asyncio.set_event_loop_policy(None)
l1, l2 = (asyncio.new_event_loop(), asyncio.new_event_loop())
fu = l1.create_future()

async def aw():
    await fu
try:
    l2.run_until_complete(aw())
except RuntimeError as e:
    print(str(e)[-40:])
l1.close()
l2.close()
