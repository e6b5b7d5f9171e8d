# The painter did nothing wrong.
import asyncio

async def paint():
    try:
        print('painter: begins')
        await asyncio.sleep(10)
        print('painter: done')
    except asyncio.CancelledError:
        print('painter: who was that?')
        raise

async def carry():
    await asyncio.sleep(1)
    raise ValueError('dropped the bucket')

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(paint(),
                              name='painter')
            group.create_task(carry(),
                              name='carrier')
    except* ValueError as errors:
        print('main:', errors.exceptions[0])

asyncio.run(main())
