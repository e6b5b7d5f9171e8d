"""Passing one deadline through several calls."""
import asyncio

async def step(name, t):
    await asyncio.sleep(t)
    print(name, round(asyncio.get_running_loop().time(), 2))

async def request(deadline):
    async with asyncio.timeout_at(deadline):
        await step('connect', 0.3)
        async with asyncio.timeout_at(min(deadline, asyncio.get_running_loop().time() + 0.5)):
            await step('send', 0.4)
        await step('receive', 0.6)

async def main():
    loop = asyncio.get_running_loop()
    for budget in (2, 1, 0.6, 0.1):
        try:
            await request(loop.time() + budget)
            print('ok', budget)
        except TimeoutError:
            print('too late', budget, round(loop.time(), 2))

asyncio.run(main())
