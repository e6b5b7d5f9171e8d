# Timers of the same moment, and timeouts that race with results.
import asyncio
# equal deadlines and turn order
async def main():
    loop = asyncio.get_running_loop()
    out = []
    def cb(n): out.append(n)
    for i in range(5): loop.call_later(1, cb, i)
    loop.call_at(1, cb, 'at'); h = loop.call_later(1, cb, 'x'); h.cancel()
    loop.call_later(.5, lambda: loop.call_later(.5, cb, 'nested'))
    loop.call_later(1, loop.call_soon, cb, 'soon')
    t = asyncio.create_task(asyncio.sleep(1)); t.add_done_callback(lambda t: cb('task'))
    await asyncio.sleep(1); cb('main'); await asyncio.sleep(0); cb('main2'); await asyncio.sleep(0); cb('main3')
    await t
    print(out)
    out.clear()
    def rec(n):
        out.append(n)
        if n: loop.call_soon(rec, n-1); loop.call_soon(out.append, 'x%d' % n)
    rec(3)
    for i in range(5): await asyncio.sleep(0); out.append('m%d' % i)
    print(out); out.clear()
    # timeouts race with completion
    async def job(d): await asyncio.sleep(d); return d
    for d in (.9, 1, 1.0000000001, 1.1):
        for fn in ('wf', 'tm', 'wait', 'tm_first'):
            try:
                if fn == 'wf': r = await asyncio.wait_for(job(d), 1)
                elif fn == 'tm':
                    async with asyncio.timeout(1): r = await job(d)
                elif fn == 'tm_first':
                    t = asyncio.create_task(job(d)); await asyncio.sleep(0)
                    async with asyncio.timeout(1): r = await t
                else:
                    t = asyncio.create_task(job(d)); done, p = await asyncio.wait([t], timeout=1); r = len(done), len(p); await asyncio.sleep(0); 
                    t.cancel()
            except TimeoutError as e: r = repr(e)
            print(d, fn, r, asyncio.current_task().cancelling())
    # same-turn set and timeout
    f = loop.create_future()
    loop.call_later(1, f.set_result, 'in time')
    try: print(await asyncio.wait_for(f, 1))
    except TimeoutError: print('timeout', f)
    f = loop.create_future()
    w = asyncio.create_task(asyncio.wait_for(f, 1)); await asyncio.sleep(0)
    loop.call_later(1, f.set_result, 'late') 
    try: print(await w)
    except TimeoutError as e: print('timeout', f, repr(e.__cause__))
    try:
        async with asyncio.timeout(1):
            async with asyncio.timeout(1):
                await asyncio.sleep(2)
    except TimeoutError as e: print('outer', repr(e.__cause__))
    try:
        async with asyncio.timeout(1) as a:
            try:
                async with asyncio.timeout(1) as b: await asyncio.sleep(2)
            except TimeoutError: print('inner caught', a.expired(), b.expired())
    except TimeoutError: print('outer too')
    for z in (0, -1):
        try: 
            async with asyncio.timeout(z): print('in'); await asyncio.sleep(0); print('no')
        except TimeoutError: print('zero')
        try: print(await asyncio.wait_for(job(0), z))
        except TimeoutError: print('wf zero')
        f = loop.create_future(); f.set_result(1); print(await asyncio.wait_for(f, z))
asyncio.run(main())
