"""The message of a cancelled gather is that of its last child, whichever ended last."""
import asyncio


async def w(): await asyncio.gather(asyncio.sleep(9), asyncio.sleep(1), return_exceptions=True)
async def main():
    t = asyncio.create_task(w()); await asyncio.sleep(2); t.cancel("kill")
    try: await t
    except asyncio.CancelledError as e: print(e.args)
asyncio.run(main())


async def w():
    await asyncio.gather(
        asyncio.sleep(1), asyncio.sleep(9), return_exceptions=True)
asyncio.run(main())
