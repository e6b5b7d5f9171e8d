# Runners wait for one asyncio.Event; setting it wakes them in order.
import asyncio

async def runner(name, gun, speed):
    print(name, 'is ready')
    await gun.wait()
    await asyncio.sleep(10 / speed)
    print(f'{name} arrives')

async def main():
    gun = asyncio.Event()
    race = [asyncio.create_task(runner(name, gun, speed), name=name)
            for name, speed in [('hare', 8), ('tortoise', 2), ('fox', 5)]]
    await asyncio.sleep(1)
    print('bang!')
    gun.set()
    for task in race:
        await task

asyncio.run(main())
