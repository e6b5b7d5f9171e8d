# N items through a chain of async generators and an async comprehension; each tenth item waits.
import asyncio

N = 20000


async def numbers():
    for i in range(N):
        if i % 10 == 0:
            await asyncio.sleep(0)
        yield i


async def odd(source):
    async for i in source:
        if i % 2:
            yield i


async def pairs(source):
    last = 0
    async for i in source:
        yield last, i
        last = i


async def main():
    total = sum([a * b % 1009 async for a, b in pairs(odd(numbers()))])
    early = 0
    async for i in odd(numbers()):
        early += i
        if i > 500:
            break
    return "async_generators " + str(total) + " " + str(early)
