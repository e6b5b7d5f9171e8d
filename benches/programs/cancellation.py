# Cancellation storms: N times twenty tasks that sleep, each cancelled; they clean up, and some wait while they do.
import asyncio

N = 60


async def sleeper(counts, k):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        counts[0] += 1
        if k % 4 == 0:
            await asyncio.sleep(0)
        raise
    finally:
        counts[1] += 1


async def main():
    counts = [0, 0, 0]
    for _ in range(N):
        tasks = [asyncio.create_task(sleeper(counts, k)) for k in range(20)]
        await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        for task in tasks:
            try:
                await task
            except asyncio.CancelledError:
                counts[2] += 1
    return "cancellation " + " ".join([str(n) for n in counts])
