import asyncio

async def runner(barrier):
    print(await barrier.wait())

async def main():
    barrier = asyncio.Barrier(2)
    a = asyncio.create_task(runner(barrier), name='a')
    b = asyncio.create_task(runner(barrier), name='b')
    await a
    await b

asyncio.run(main())
