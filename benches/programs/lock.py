# A lock handed from task to task: ten tasks take it N times each, and yield while they hold it.
import asyncio

N = 300


async def worker(lock, turns, k):
    for i in range(N):
        async with lock:
            before = len(turns)
            await asyncio.sleep(0)
            assert len(turns) == before
            turns.append(k)


async def main():
    lock = asyncio.Lock()
    turns = []
    tasks = [asyncio.create_task(worker(lock, turns, k)) for k in range(10)]
    for task in tasks:
        await task
    changes = 0
    for i in range(1, len(turns)):
        changes += turns[i] != turns[i - 1]
    return "lock " + str(len(turns)) + " " + str(changes) + " " + str(turns[1000:1012])
