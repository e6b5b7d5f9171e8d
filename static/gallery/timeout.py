# wait_for loses patience: it cancels the task, which may tidy up first.
import asyncio

async def slow():
    try:
        print('slow: this takes an hour')
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print('slow: cancelled, tidying up')
        raise

async def main():
    try:
        await asyncio.wait_for(slow(), timeout=2)
    except asyncio.TimeoutError:
        print('main: no answer within two seconds')

asyncio.run(main())
