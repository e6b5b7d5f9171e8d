"""wait: return_when, timeouts, errors, and what it refuses."""
import asyncio

async def val(x, t, fail=False):
    await asyncio.sleep(t)
    if fail:
        raise ValueError(x)
    return x

def names(ts):
    return sorted(t.get_name() for t in ts)

async def main():
    def make(fail=None):
        return [asyncio.create_task(val(n, i, n == fail), name=n) for i, n in enumerate('abcd', 1)]
    for kw in ({'return_when': asyncio.FIRST_COMPLETED}, {'return_when': asyncio.FIRST_EXCEPTION},
               {'return_when': 'ALL_COMPLETED'}, {'timeout': 2.5}, {'timeout': 0}, {'timeout': 2}):
        ts = make('c')
        done, pending = await asyncio.wait(ts, **kw)
        print(kw, names(done), names(pending), type(done).__name__)
        for t in pending:
            t.cancel()
        await asyncio.gather(*ts, return_exceptions=True)
    ts = make()
    ts[1].cancel()
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print('a cancelled one is no exception', names(done), names(pending))
    for bad in ([], 5, ts[0], ):
        try:
            await asyncio.wait(bad)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
    try:
        await asyncio.wait(ts, return_when='whenever')
    except ValueError as e:
        print(e)
    done, pending = await asyncio.wait([ts[0], ts[0], ts[2]])
    print(names(done))
    done, pending = await asyncio.wait({t: 1 for t in ts})
    print(names(done))
    done, _ = await asyncio.wait(iter(ts))
    print(len(done))

asyncio.run(main())
