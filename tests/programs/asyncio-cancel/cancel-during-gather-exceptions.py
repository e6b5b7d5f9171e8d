"""gather cancelled while some children are done, failed or stubborn."""
import asyncio

async def child(name, log):
    try:
        await asyncio.sleep({'quick': 0.5, 'fails': 0.7}.get(name, 10))
        if name == 'fails':
            raise ValueError(name)
        return name
    except asyncio.CancelledError:
        log.append(f'{name} cancelled')
        if name == 'stubborn':
            await asyncio.sleep(1)
            return 'stubborn result'
        raise

async def main():
    for names in (('quick', 'slow'), ('quick', 'stubborn'), ('quick', 'fails', 'slow')):
        for flag in (False, True):
            log = []
            g = asyncio.gather(*(child(n, log) for n in names), return_exceptions=flag)
            async def waits():
                return await g
            t = asyncio.create_task(waits())
            await asyncio.sleep(1)
            t.cancel('stop')
            try:
                print(names, flag, 'result', await t, log)
            except BaseException as e:
                print(names, flag, repr(e), log, t.cancelled())
            await asyncio.sleep(2)

asyncio.run(main())
