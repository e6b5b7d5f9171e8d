"""Five philosophers with ordered forks: everybody eats, in a fixed order."""
import asyncio

async def philosopher(i, forks, log, rounds=2):
    left, right = sorted((i, (i + 1) % len(forks)))
    loop = asyncio.get_running_loop()
    for r in range(rounds):
        await asyncio.sleep(0.1 * i)
        async with forks[left]:
            await asyncio.sleep(0.05)
            async with forks[right]:
                log.append(f'{loop.time():.2f} {i} eats {r}')
                await asyncio.sleep(0.3)
    log.append(f'{loop.time():.2f} {i} leaves')

async def main():
    forks = [asyncio.Lock() for _ in range(5)]
    log = []
    async with asyncio.TaskGroup() as tg:
        for i in range(5):
            tg.create_task(philosopher(i, forks, log), name=f'p{i}')
    print(*log, sep='\n')
    print([f.locked() for f in forks])

asyncio.run(main())
