import asyncio

async def f(n, fail=False):
    try:
        await asyncio.sleep(n)
    except asyncio.CancelledError:
        print('cancelled', n)
        raise
    if fail:
        raise KeyError(n)
    return n

async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(f(1), f(2, True), f(3), return_exceptions=True))
    try:
        await asyncio.gather(f(1), f(2, True), f(3))
    except KeyError as e:
        print(repr(e), loop.time())
    g = asyncio.gather(f(5), f(6))
    await asyncio.sleep(1)
    print(g.cancel('x'), g)
    try:
        await g
    except asyncio.CancelledError as e:
        print('gather cancelled', e.args)
    done, pending = await asyncio.wait([asyncio.create_task(f(n)) for n in (3, 1, 2)], timeout=1.5)
    print(sorted(t.result() for t in done), len(pending))
    for t in sorted(pending, key=asyncio.Task.get_name):
        t.cancel()
    await asyncio.wait(pending)
    for c in asyncio.as_completed([f(3), f(1), f(2)]):
        print(await c)
    inner = asyncio.create_task(f(2))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 1)
    except TimeoutError:
        print('timed out', inner.done())
    print(await inner)
    try:
        await asyncio.wait_for(f(5), 1)
    except asyncio.TimeoutError as e:
        print(repr(e))
    print(await asyncio.wait_for(f(1), None))
    fut = loop.create_future()
    loop.call_later(1, fut.set_exception, RuntimeError('late'))
    try:
        await fut
    except RuntimeError as e:
        print(e, fut.exception())
    try:
        await fut
    except RuntimeError as e:
        print('again', e)
    fut = loop.create_future()
    fut.add_done_callback(lambda f: print('cb', f.cancelled()))
    fut.cancel('gone')
    try:
        await fut
    except asyncio.CancelledError as e:
        print(e.args)
    print('end', loop.time())
asyncio.run(main())
