"""In which turn gather, wait and as_completed let their task go on."""
import asyncio

async def quick(n, log):
    log.append(f'quick{n}')
    return n

async def ticker(log):
    for i in range(8):
        log.append(f'tick{i}')
        await asyncio.sleep(0)

async def main():
    for how in ('gather', 'wait', 'as_completed', 'await', 'group'):
        log = []
        tick = asyncio.create_task(ticker(log))
        if how == 'gather':
            await asyncio.gather(quick(1, log), quick(2, log))
        elif how == 'wait':
            await asyncio.wait([asyncio.create_task(quick(i, log)) for i in (1, 2)])
        elif how == 'as_completed':
            for f in asyncio.as_completed([quick(1, log), quick(2, log)]):
                log.append(f'result {await f}')
        elif how == 'await':
            await asyncio.create_task(quick(1, log))
            await quick(2, log)
        else:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(quick(1, log))
                tg.create_task(quick(2, log))
        log.append('MAIN')
        await tick
        print(how, log)

asyncio.run(main())
