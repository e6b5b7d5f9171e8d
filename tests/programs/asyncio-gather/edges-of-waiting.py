# gather, wait, as_completed, shield and wait_for at their edges.
import asyncio
async def val(x, d=0): 
    await asyncio.sleep(d); 
    if isinstance(x, BaseException): raise x
    return x
async def main():
    loop = asyncio.get_running_loop()
    def t(*a): return asyncio.create_task(val(*a))
    # gather
    print(await asyncio.gather()); print(await asyncio.gather(val(1), val(2)))
    c = val(7); print(await asyncio.gather(c, c, t(3)))
    a = t(1, 5); b = t(ValueError('b'), 1)
    try: await asyncio.gather(a, b)
    except ValueError as e: print(repr(e), a.done(), b)
    g = asyncio.gather(a, t(2, 5)); 
    print(g); print(g.cancel(), g.cancelled()); 
    try: await g
    except asyncio.CancelledError as e: print('g', e.args, g, a)
    g = asyncio.gather(t(1, 1), t(KeyError(1), 2), return_exceptions=True); g.cancel('gm'); 
    try: await g
    except asyncio.CancelledError as e: print('gr', e.args)
    x = t(1, 3); g = asyncio.gather(x, t(2, 1), return_exceptions=True); loop.call_later(.5, x.cancel, 'child'); print(await g)
    x = t(1, 3); g = asyncio.gather(x, t(2, 1)); loop.call_later(.5, x.cancel, 'child')
    try: await g
    except asyncio.CancelledError as e: print('child cancelled', e.args, g)
    g = asyncio.gather(val(1)); await g; print(g.cancel(), g.result())
    try: asyncio.gather(1)
    except TypeError as e: print(e)
    try: g = asyncio.gather(v := val(1), 5); 
    except TypeError as e: print(e)
    outer = asyncio.gather(asyncio.gather(val(1, 1), val(ValueError('in'), 2)), val(3, 3), return_exceptions=True); print(await outer)
    # wait
    for rw in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        ts = [t('a', 3), t(ValueError('w'), 2), t('c', 1)]
        d, p = await asyncio.wait(ts, return_when=rw); print(rw, [x in d for x in ts], [x in p for x in ts], loop.time())
        await asyncio.wait(ts); [x.exception() for x in ts]
        ts = [t('a', 3), t(1, 2)]; ts[1].cancel()
        d, p = await asyncio.wait(ts, return_when=rw, timeout=1); print(rw, [x in d for x in ts])
    for bad in ([], None, 5, t(1), [1], 'ab', {}, [val(1)]):
        try: print(await asyncio.wait(bad))
        except Exception as e: print(type(e).__name__, e)
        if isinstance(bad, list) and bad and asyncio.iscoroutine(bad[0]): bad[0].close()
    try: await asyncio.wait([t(1)], return_when='x')
    except ValueError as e: print(e)
    # as_completed
    for c in asyncio.as_completed([val(i, d) for i, d in ((1, 3), (2, 1), (3, 2))]): print(await c)
    try:
        for c in asyncio.as_completed([val(1, 1), val(2, 5)], timeout=2): print(await c)
    except TimeoutError as e: print('ac', repr(e))
    for c in asyncio.as_completed([val(ValueError(1), 1), val(2, 2)]):
        try: print(await c)
        except ValueError as e: print(repr(e))
    ac = asyncio.as_completed([val(1, 1), val(2, 2)]); l = list(ac); print(len(l)); print(await l[1], await l[0])
    # shield
    i = t('inner', 2); s = asyncio.shield(i); w = asyncio.create_task(asyncio.wait_for(s, 1))
    try: await w
    except TimeoutError: print('shielded', i, s)
    print(await i)
    s = asyncio.shield(t(ValueError('sh'), 1)); 
    try: await s
    except ValueError as e: print(repr(e))
    d = t(1); await d; print(asyncio.shield(d) is d)
    i = t(1, 1); s = asyncio.shield(i); i.cancel('im')
    try: await s
    except asyncio.CancelledError as e: print('si', e.args, s)
    s = asyncio.shield(t(ValueError('lost'), 1)); await asyncio.sleep(0); s.cancel(); await asyncio.sleep(2); print('after')
    # wait_for
    for arg in (None, 5):
        try: print(await asyncio.wait_for(arg, 1))
        except TypeError as e: print(e)
    f = loop.create_future(); 
    try: await asyncio.wait_for(f, 1)
    except TimeoutError: print(f)
    async def stub():
        try: await asyncio.sleep(5)
        except asyncio.CancelledError: await asyncio.sleep(1); return 'late'
    print(await asyncio.wait_for(stub(), 1), loop.time())
    async def err():
        try: await asyncio.sleep(5)
        except asyncio.CancelledError: raise KeyError('repl')
    try: await asyncio.wait_for(err(), 1)
    except KeyError as e: print(repr(e), repr(e.__context__))
    w = asyncio.create_task(asyncio.wait_for(stub(), 3)); await asyncio.sleep(1); w.cancel('outer')
    try: print(await w)
    except asyncio.CancelledError as e: print('wc', e.args, loop.time())
asyncio.run(main())
