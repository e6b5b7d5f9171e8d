# In which turn a generator that was left behind is closed.
import asyncio
turn=0
def tick(loop,n):
    global turn
    turn+=1
    if n: loop.call_soon(tick, loop,n-1)
def log(*a): print(turn-base,*a)
base=0
async def agen(name):
    try:
        yield 1
        yield 2
    finally:
        log(name,'fin'); await asyncio.sleep(0); log(name,'fin2')
async def a():
    async for x in agen('a'):
        raise ValueError
async def b():
    async for x in agen('b'):
        await asyncio.sleep(0)
        break
    log('after b')
async def c():
    async for x in agen('c'):
        await asyncio.wait_for(asyncio.sleep(1), .5)
async def d():
    async for x in agen('d'):
        t=asyncio.create_task(asyncio.sleep(1))
        await asyncio.wait_for(t, .5)
async def e():
    async with asyncio.timeout(.5):
        async for x in agen('e'):
            await asyncio.sleep(1)
async def f():
    async with asyncio.TaskGroup() as tg:
        async for x in agen('f'):
            await asyncio.wait_for(asyncio.sleep(1),.5)
async def stub():
    try: await asyncio.sleep(2)
    except asyncio.CancelledError: pass
async def g():
    async for x in agen('g'):
        t=asyncio.create_task(stub())
        await asyncio.wait_for(t, .5)
async def h():
    async for x in agen('h'):
        t=asyncio.create_task(asyncio.sleep(1))
        asyncio.get_running_loop().call_later(.3,t.cancel)
        await t
async def i():
    async def it():
        for k in range(2): yield k
    async for x in it():
        async for y in agen('i'):
            break
        await asyncio.sleep(0)
async def j():
    async for x in agen('j'):
        return 3
async def k():
    x=[x async for x in agen('k') if 1/0]
async def l():
    g=agen('l')
    await g.__anext__()
    log('got')
    del g
    log('del')
    await asyncio.sleep(0)
    log('l1')
    await asyncio.sleep(0)
    log('l2')
async def main():
    global base
    loop=asyncio.get_running_loop()
    for fn in a,b,c,d,e,f,g,h,i,j,k,l:
        await asyncio.sleep(.01)
        base=turn
        tick(loop,10); loop.call_later(.3,tick,loop,10); loop.call_later(.5,tick,loop,10)
        try:
            await fn()
        except BaseException as ex:
            log(fn.__name__,repr(ex))
        else: log(fn.__name__,'ok')
        for q in range(8): await asyncio.sleep(0)
import time
asyncio.SelectorEventLoop
asyncio.run(main())
