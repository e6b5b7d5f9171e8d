"""An interrupt that nobody handles ends the process as the signal would."""
import asyncio


async def main():
    try:
        await asyncio.sleep(0)
        raise KeyboardInterrupt('stop')
    finally:
        print('cleaned')


asyncio.run(main())
