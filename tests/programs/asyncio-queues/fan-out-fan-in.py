"""One source, several workers, one sink that keeps the order."""
import asyncio

async def worker(inp, out):
    while (job := await inp.get()) is not None:
        i, x = job
        await asyncio.sleep((x * 7 % 5) / 10)
        await out.put((i, x * x))
    await inp.put(None)

async def ordered(out, n):
    waiting, nxt = {}, 0
    while nxt < n:
        i, r = await out.get()
        waiting[i] = r
        while nxt in waiting:
            yield waiting.pop(nxt)
            nxt += 1

async def main():
    loop = asyncio.get_running_loop()
    inp, out = asyncio.Queue(), asyncio.Queue()
    ws = [asyncio.create_task(worker(inp, out)) for _ in range(3)]
    for job in enumerate(range(8)):
        inp.put_nowait(job)
    inp.put_nowait(None)
    async for r in ordered(out, 8):
        print(r, round(loop.time(), 2))
    await asyncio.gather(*ws)
    print(inp.qsize(), out.empty())

asyncio.run(main())
