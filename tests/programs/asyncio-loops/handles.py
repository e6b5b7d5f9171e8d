"""Handle and TimerHandle: cancelling, when, reprs and comparison."""
import asyncio

def f(*args): print('f', *args)

class C:
    def method(self): print('method')
    def __repr__(self): return '<C>'

async def main():
    loop = asyncio.get_running_loop()
    h = loop.call_soon(f, 1, 'x')
    print(type(h).__name__, h.cancelled(), isinstance(h, asyncio.Handle))
    t = loop.call_later(5, f)
    print(type(t).__name__, t.when(), isinstance(t, asyncio.TimerHandle), isinstance(t, asyncio.Handle))
    t.cancel()
    print(t.cancelled(), repr(t))
    h.cancel()
    h.cancel()
    print(h.cancelled(), h)
    u = loop.call_at(2.5, f)
    v = loop.call_at(2.5, f)
    w = loop.call_at(3, f)
    print(u < w, u <= v, w > u, u >= v, u == v, u == u, u != w, hash(u) == hash(u))
    for x in (u, v, w):
        x.cancel()
    loop.call_soon(C().method)
    await asyncio.sleep(0)
    for bad in ((None, f), ('1', f)):
        try:
            loop.call_later(*bad)
        except TypeError as e:
            print(type(e).__name__)
    try:
        loop.call_at(None, f)
    except TypeError as e:
        print(e)
    try:
        loop.call_soon()
    except TypeError as e:
        print(type(e).__name__)
    loop.call_soon(f, context=None)
    loop.call_later(0, f, 'timer', context=None)
    await asyncio.sleep(0.1)

asyncio.run(main())
