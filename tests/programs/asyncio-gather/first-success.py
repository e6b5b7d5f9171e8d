"""The first that succeeds; all errors if none does; losers are cancelled."""
import asyncio

async def attempt(name, t, ok, log):
    try:
        await asyncio.sleep(t)
        if not ok:
            raise ConnectionError(name)
        return name
    except asyncio.CancelledError:
        log.append(f'{name} cancelled')
        raise

async def first_success(*coros):
    tasks = [asyncio.ensure_future(c) for c in coros]
    errors = []
    try:
        for f in asyncio.as_completed(tasks):
            try:
                return await f
            except ConnectionError as e:
                errors.append(e)
        raise ExceptionGroup('none worked', errors)
    finally:
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

async def main():
    log = []
    print(await first_success(attempt('a', 1, False, log), attempt('b', 2, True, log), attempt('c', 3, True, log)), log)
    try:
        await first_success(attempt('x', 1, False, log), attempt('y', 0.5, False, log))
    except ExceptionGroup as e:
        print(e, [str(x) for x in e.exceptions])
    log.clear()
    t = asyncio.create_task(first_success(attempt('p', 5, True, log), attempt('q', 5, True, log)))
    await asyncio.sleep(1)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True), log, asyncio.get_running_loop().time())

asyncio.run(main())
