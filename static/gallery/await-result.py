# Await a coroutine and use what it returns.
import asyncio
async def test():
    return 0

async def main():
    result = await test()
    print(result)

asyncio.run(main())
