import asyncio

async def slow():
    await asyncio.sleep(5)

async def main():
    try:
        await asyncio.wait_for(slow(), 1)
    except TimeoutError:
        print('too late')

asyncio.run(main())
