# How handles and futures show their callbacks.
import asyncio, functools
class A:
    def m(self, *a): pass
    @staticmethod
    def s(*a): pass
    @classmethod
    def c(cls, *a): pass
    def __call__(self, *a): pass
def deco(f):
    @functools.wraps(f)
    def w(*a): return f(*a)
    return w
@deco
def d(*a): pass
def plain(*a): pass
async def main():
    loop = asyncio.get_running_loop()
    a = A()
    f = loop.create_future()
    for cb in (a.m, A.s, A.c, d, plain, lambda x: 1, functools.partial(plain, 1), functools.partial(a.m, 1, k=2), functools.partial(functools.partial(plain, 1), 2), print, [].append, len, A, str.upper):
        h = loop.call_soon(cb, 1)
        print(h)
        h.cancel(); print(h)
        f = loop.create_future()
        f.add_done_callback(cb)
        print(f)
    h = loop.call_later(1.5, plain, 'x'*100, [1]*50, {'a': 1})
    print(h, h.when(), h.cancelled())
    h.cancel(); print(h, h.cancelled())
    print(h == h, h < loop.call_later(2, plain), h <= h, h > h, h == 3)
    f = loop.create_future(); f.set_result('y'*300); print(f)
    f = loop.create_future(); f.set_exception(ValueError('z'*20)); print(f); f.exception()
    f = loop.create_future(); f.cancel('msg'); print(f)
    f = loop.create_future()
    for i in range(4): f.add_done_callback(plain)
    print(f); print(f.remove_done_callback(plain), f)
    class Fut(asyncio.Future): pass
    print(Fut(loop=loop))
    class T(asyncio.Task): 
        def __repr__(self): return 'T!' + super().__repr__()
    t = T(asyncio.sleep(0), name='tt'); print(t.get_name()); await t; print(t.done())
    print(asyncio.Lock(), asyncio.Event(), asyncio.Condition(), asyncio.Semaphore(3), asyncio.BoundedSemaphore(0), asyncio.Queue(), asyncio.Queue(3), asyncio.LifoQueue(1), asyncio.PriorityQueue(), asyncio.Barrier(2))
    q = asyncio.Queue(2); q.put_nowait(1); q.put_nowait('b'); print(q, repr(q), str(q))
    t = asyncio.create_task(q.put(3)); await asyncio.sleep(0); print(q); t.cancel()
    q = asyncio.Queue(); t = asyncio.create_task(q.get()); await asyncio.sleep(0); print(q); t.cancel()
    q.put_nowait(1); q.get_nowait(); print(q)
    l = asyncio.Lock(); await l.acquire(); t = asyncio.create_task(l.acquire()); await asyncio.sleep(0); print(l); t.cancel()
    s = asyncio.Semaphore(1); await s.acquire(); t = asyncio.create_task(s.acquire()); await asyncio.sleep(0); print(s); t.cancel()
    e = asyncio.Event(); t = asyncio.create_task(e.wait()); await asyncio.sleep(0); print(e); e.set(); print(e)
    print(asyncio.timeout(None), asyncio.timeout(1), asyncio.TaskGroup())
    async with asyncio.timeout(1) as tm: print(tm)
    print(tm, tm.when(), tm.expired())
    async with asyncio.TaskGroup() as tg:
        tg.create_task(asyncio.sleep(0)); print(tg)
    print(tg)
    print(asyncio.Runner, repr(asyncio.FIRST_COMPLETED))
    print(loop)
    print(asyncio.sleep, asyncio.gather.__name__, asyncio.Task, asyncio.Future, asyncio.Queue)
asyncio.run(main())
loop = asyncio.new_event_loop(); print(loop); loop.close(); print(loop)
