# An asynchronous generator that is left behind is closed before those wake up who waited for the task that left it.
import asyncio
log=print
async def agen(name):
    try:
        yield 1
        yield 2
    finally:
        log(name,'fin'); await asyncio.sleep(0); log(name,'fin2')
async def ret():
    async for x in agen('ret'): return 1
async def exc():
    async for x in agen('exc'): raise ValueError
async def brk():
    async for x in agen('brk'): break
async def local():
    g=agen('local'); await g.__anext__()
async def can():
    async for x in agen('can'): await asyncio.sleep(3)
async def nested():
    try: await exc()
    finally: log('nested')
async def main():
    for f in ret,exc,brk,local,can,nested:
        async def child(): log('child')
        t=asyncio.create_task(f())
        t.add_done_callback(lambda t: (log('done'),asyncio.create_task(child())))
        if f is can: asyncio.get_running_loop().call_later(1,t.cancel)
        await asyncio.wait([t]); log('woke')
        for i in range(4): await asyncio.sleep(0); log(i)
        try: await asyncio.wait_for(f(),1)
        except (Exception) as e: log(repr(e))
        del t
        for i in range(4): await asyncio.sleep(0); log(i)
asyncio.run(asyncio.wait_for(main(),20))
