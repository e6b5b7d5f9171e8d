"""Workers on a queue, join, task_done, and cancelling the idle workers."""
import asyncio
import random

async def worker(name, q, done):
    while True:
        seconds, item = await q.get()
        try:
            await asyncio.sleep(seconds)
            if item == 3:
                raise ValueError(item)
            done.append((name, item))
        except ValueError as e:
            done.append((name, f'failed {e}'))
        finally:
            q.task_done()

async def main():
    random.seed(1)
    q = asyncio.Queue()
    done = []
    for i in range(8):
        q.put_nowait((random.randint(1, 5) / 10, i))
    ws = [asyncio.create_task(worker(f'w{i}', q, done)) for i in range(3)]
    started = asyncio.get_running_loop().time()
    await q.join()
    print(f'all done after {asyncio.get_running_loop().time() - started:.1f}')
    for w in ws:
        w.cancel()
    print(await asyncio.gather(*ws, return_exceptions=True))
    print(*done, sep='\n')
    await q.join()
    print('join of an empty queue returns', q._unfinished_tasks)
    q.put_nowait('more')
    try:
        await asyncio.wait_for(q.join(), 1)
    except asyncio.TimeoutError:
        print('join timed out')

asyncio.run(main())
