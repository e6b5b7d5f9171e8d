# Every withdrawal takes a lock. Still ...
import asyncio

balance = 100

async def withdraw(amount):
    global balance
    lock = asyncio.Lock()
    async with lock:
        seen = balance
        await asyncio.sleep(1)
        balance = seen - amount
        print('took', amount, 'left', balance)

async def main():
    people = {'Ada': 10, 'Bob': 20, 'Cem': 30}
    async with asyncio.TaskGroup() as group:
        for name, amount in people.items():
            group.create_task(withdraw(amount),
                              name=name)
    print('left', balance, 'instead of 40')

asyncio.run(main())
