# In which turn cancellations and timeouts arrive.
import asyncio
turn=0
base=0
def tick(loop,n):
    global turn
    turn+=1
    if n: loop.call_soon(tick, loop,n-1)
def log(*a): print(turn-base,*a)
async def slow_cancel(k):
    try: await asyncio.sleep(5)
    except asyncio.CancelledError:
        for i in range(k): await asyncio.sleep(0)
        raise
async def cw(c):
    async with c:
        await asyncio.wait_for(c.wait(), .5)
async def cw2(c):
    async with c:
        async with asyncio.timeout(.5):
            await c.wait()
async def cw3(c):
    async with c:
        await c.wait()
async def cw4(c,n):
    async with c:
        c.notify(n)
async def a():
    await asyncio.wait_for(slow_cancel(0), .5)
async def b():
    await asyncio.wait_for(slow_cancel(2), .5)
async def c():
    await asyncio.wait_for(asyncio.create_task(slow_cancel(2)), .5)
async def d():
    await cw(asyncio.Condition())
async def e():
    c=asyncio.Condition()
    await asyncio.gather(cw(c),cw(c),cw2(c),return_exceptions=True)
async def f():
    c=asyncio.Condition()
    ts=[asyncio.create_task(cw3(c)) for _ in range(3)]
    for t in ts: t.add_done_callback(lambda t:log('done',t.cancelled()))
    await asyncio.sleep(0)
    ts[0].cancel()
    await cw4(c,2)
    log('x')
    await asyncio.wait(ts,timeout=.5)
    for t in ts: t.cancel()
async def g():
    c=asyncio.Condition()
    ts=[asyncio.create_task(cw3(c)) for _ in range(3)]
    for t in ts: t.add_done_callback(lambda t:log('done',t.cancelled()))
    await asyncio.sleep(0)
    await cw4(c,3)
    log('x')
    await asyncio.wait(ts,timeout=.5)
async def h():
    l=asyncio.Lock()
    async def w(n):
        async with l: log(n)
    await l.acquire()
    ts=[asyncio.create_task(w(n)) for n in range(3)]
    await asyncio.sleep(0)
    ts[1].cancel()
    l.release(); log('rel')
    async with l: log('me')
    await asyncio.wait(ts)
async def i():
    t=asyncio.create_task(slow_cancel(3))
    u=asyncio.create_task(asyncio.wait_for(t,1))
    await asyncio.wait_for(u,.5)
async def j():
    async def bad():
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: raise ValueError
    await asyncio.wait_for(bad(),.5)
async def k():
    await asyncio.gather(*[asyncio.wait_for(slow_cancel(n),.5) for n in range(3)],return_exceptions=True)
async def l():
    q=asyncio.Queue(1)
    async def g(n): 
        try: log(n,await asyncio.wait_for(q.get(),.5))
        except TimeoutError: log(n,'TE')
    ts=[asyncio.create_task(g(n)) for n in range(3)]
    asyncio.get_running_loop().call_later(.5,q.put_nowait,1)
    await asyncio.wait(ts)
async def m():
    s=asyncio.Semaphore(1)
    async def w(n):
        try:
          async with asyncio.timeout(.5):
            async with s: log(n); await asyncio.sleep(.5)
        except TimeoutError: log(n,'TE')
    await asyncio.gather(*[w(n) for n in range(4)])
async def n():
    e=asyncio.Event()
    async def w(n):
        try: await asyncio.wait_for(e.wait(),.5); log(n,'ok')
        except TimeoutError: log(n,'TE')
    asyncio.get_running_loop().call_later(.5,e.set)
    await asyncio.gather(*[w(n) for n in range(4)])
async def o():
    t=asyncio.current_task()
    asyncio.get_running_loop().call_later(.5,t.cancel)
    try: await asyncio.wait_for(slow_cancel(2),.5)
    finally: log('o',t.cancelling()); t.uncancel()
async def pp():
    b=asyncio.Barrier(3)
    async def w(n):
        try: log(n,await asyncio.wait_for(b.wait(),.5))
        except Exception as e: log(n,repr(e))
    await asyncio.gather(w(1),w(2))
    log(b)
    await asyncio.gather(w(1),w(2),w(3))
async def qq():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(slow_cancel(2)); tg.create_task(asyncio.wait_for(slow_cancel(1),.5))
        await asyncio.sleep(1)
async def rr():
    async with asyncio.timeout(.5):
        async with asyncio.TaskGroup() as tg:
            tg.create_task(slow_cancel(2)); tg.create_task(slow_cancel(1))
async def ss():
    async with asyncio.timeout(.5):
        await asyncio.gather(slow_cancel(2),slow_cancel(1))
async def tt():
    async with asyncio.timeout(.5):
        await asyncio.shield(slow_cancel(2))
async def main():
    global base
    loop=asyncio.get_running_loop()
    for fn in a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,pp,qq,rr,ss,tt:
        await asyncio.sleep(.01)
        base=turn
        tick(loop,10); loop.call_later(.3,tick,loop,10); loop.call_later(.5,tick,loop,10)
        try:
            await fn()
        except BaseException as ex:
            log(fn.__name__,repr(ex))
        else: log(fn.__name__,'ok')
        for q in range(8): await asyncio.sleep(0)
asyncio.run(main())
