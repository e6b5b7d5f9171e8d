"""Racing attempts with a staggered start; the first success wins, the others are cancelled."""
import asyncio

async def connect(host, delay, ok, log):
    log.append(f'{asyncio.get_running_loop().time():.2f} try {host}')
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        log.append(f'{asyncio.get_running_loop().time():.2f} cancel {host}')
        raise
    if not ok:
        raise ConnectionError(host)
    return host

async def race(attempts, stagger, log):
    errors, pending = [], set()
    attempts = list(attempts)
    try:
        while attempts or pending:
            if attempts:
                pending.add(asyncio.create_task(connect(*attempts.pop(0), log)))
            done, pending = await asyncio.wait(
                pending, timeout=stagger if attempts else None, return_when=asyncio.FIRST_COMPLETED)
            for t in done:
                if t.exception() is None:
                    return t.result()
                errors.append(t.exception())
        raise ExceptionGroup('all failed', errors)
    finally:
        for t in pending:
            t.cancel()
        await asyncio.gather(*pending, return_exceptions=True)

async def main():
    log = []
    print(await race([('a', 5, True), ('b', 0.1, False), ('c', 0.3, True), ('d', 9, True)], 0.25, log))
    print(*log, sep='\n')
    log.clear()
    try:
        await race([('x', 0.1, False), ('y', 0.5, False)], 0.25, log)
    except* ConnectionError as eg:
        print([str(e) for e in eg.exceptions])
    print(*log, sep='\n')

asyncio.run(main())
