import asyncio

async def quick():
    return 'at once'

async def main():
    task = asyncio.create_task(quick(), eager_start=True, name='quick')
    print(await task)

asyncio.run(main())
