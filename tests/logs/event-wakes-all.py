import asyncio

async def waiter(event):
    await event.wait()

async def main():
    event = asyncio.Event()
    a = asyncio.create_task(waiter(event), name='a')
    b = asyncio.create_task(waiter(event), name='b')
    await asyncio.sleep(0)
    event.set()
    await b

asyncio.run(main())
