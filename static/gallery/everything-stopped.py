# Two tasks, two locks, opposite order.
import asyncio

async def move(name, first, second):
    async with first:
        print(name, 'has the first lock')
        await asyncio.sleep(1)
        async with second:
            print(name, 'has both')

async def main():
    left = asyncio.Lock()
    right = asyncio.Lock()
    async with asyncio.TaskGroup() as group:
        ada = move('Ada', left, right)
        bob = move('Bob', right, left)
        group.create_task(ada, name='Ada')
        group.create_task(bob, name='Bob')

asyncio.run(main())
