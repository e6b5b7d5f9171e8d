# One lock, three tasks: who holds it, who queues, who is next?
import asyncio

async def visitor(name, lock, stay):
    print(name, 'knocks')
    async with lock:
        print(name, 'is in')
        await asyncio.sleep(stay)
    print(name, 'has left')

async def main():
    lock = asyncio.Lock()
    await asyncio.gather(
        visitor('Ada', lock, 0.3),
        visitor('Bob', lock, 0.2),
        visitor('Cem', lock, 0.1),
    )

asyncio.run(main())
