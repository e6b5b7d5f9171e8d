"""Two locks in a fixed order; timeouts break the deadlock of the other order."""
import asyncio

async def transfer(name, first, second, log, limit):
    loop = asyncio.get_running_loop()
    for attempt in range(3):
        try:
            async with asyncio.timeout(limit):
                async with first:
                    await asyncio.sleep(1)
                    async with second:
                        log.append(f'{loop.time()} {name} has both')
                        return True
        except TimeoutError:
            log.append(f'{loop.time()} {name} timed out')
            await asyncio.sleep(limit / 2)
    return False

async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    log = []
    print(await asyncio.gather(transfer('x', a, b, log, 3), transfer('y', b, a, log, 5)))
    print(*log, sep='\n')
    print(a.locked(), b.locked())
    log.clear()
    print(await asyncio.gather(transfer('x', a, b, log, 10), transfer('y', a, b, log, 10)))
    print(*log, sep='\n')

asyncio.run(main())
