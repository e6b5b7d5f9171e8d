"""How timeouts and groups use cancelling() and uncancel()."""
import asyncio

async def watch(label):
    print(label, asyncio.current_task().cancelling())

async def inner():
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            finally:
                await watch('in body')
    except TimeoutError:
        await watch('after timeout')

async def outside_first():
    me = asyncio.current_task()
    me.cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        await watch('caught own')
    try:
        async with asyncio.timeout(0.5):
            await asyncio.sleep(5)
    except TimeoutError:
        await watch('timeout inside a cancelled task')
    try:
        async with asyncio.TaskGroup() as tg:
            async def fail():
                raise ValueError('x')
            tg.create_task(fail())
            await asyncio.sleep(5)
    except* ValueError:
        await watch('group inside a cancelled task')
    except* asyncio.CancelledError:
        print('cancelled')
    return 'done'

async def main():
    await asyncio.create_task(inner())
    try:
        print(await asyncio.create_task(outside_first()))
    except asyncio.CancelledError as e:
        print('ended as cancelled', e.args)
    async def loop_of_timeouts():
        for n in range(3):
            try:
                async with asyncio.timeout(0.1):
                    await asyncio.sleep(1)
            except TimeoutError:
                print('round', n, asyncio.current_task().cancelling(), round(asyncio.get_running_loop().time(), 2))
    await loop_of_timeouts()

asyncio.run(main())
