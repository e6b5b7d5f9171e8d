import asyncio

import time

async def main():
    asyncio.get_running_loop().set_debug(True)
    await asyncio.sleep(0)
    time.sleep(0.5)

asyncio.run(main())
