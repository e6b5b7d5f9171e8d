"""Shared state: a race without a lock, and the same with one."""
import asyncio

class Account:
    def __init__(self, balance): self.balance = balance; self.lock = asyncio.Lock()
    async def withdraw(self, amount):
        current = self.balance
        await asyncio.sleep(0)
        if current < amount:
            raise ValueError('not enough')
        self.balance = current - amount
    async def safe_withdraw(self, amount):
        async with self.lock:
            await self.withdraw(amount)

async def transfer(a, b, amount):
    first, second = sorted((a, b), key=id)
    async with first.lock, second.lock:
        await a.withdraw(amount)
        b.balance += amount

async def main():
    acc = Account(100)
    print(await asyncio.gather(*(acc.withdraw(60) for _ in range(2)), return_exceptions=True), acc.balance)
    acc = Account(100)
    print(await asyncio.gather(*(acc.safe_withdraw(60) for _ in range(2)), return_exceptions=True), acc.balance)
    acc = Account(100)
    await asyncio.gather(*(acc.withdraw(1) for _ in range(50)))
    print('lost updates:', acc.balance)
    accounts = [Account(50) for _ in range(3)]
    rs = await asyncio.gather(*(transfer(accounts[i % 3], accounts[(i + 1) % 3], 10 + i) for i in range(9)), return_exceptions=True)
    print([r if r is None else str(r) for r in rs], sum(a.balance for a in accounts))

asyncio.run(main())
