import asyncio

async def fails():
    await asyncio.sleep(1)
    raise ValueError('broken')

async def works():
    await asyncio.sleep(5)

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(), name='fails')
            group.create_task(works(), name='works')
    except* ValueError as error:
        print(error.exceptions)

asyncio.run(main())
