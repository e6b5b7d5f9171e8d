import asyncio

async def fails():
    raise ValueError('nobody looks')

async def main():
    task = asyncio.create_task(fails(), name='fails')
    await asyncio.sleep(1)
    del task
    await asyncio.sleep(1)

asyncio.run(main())
