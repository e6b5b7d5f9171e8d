"""Priority queue with ties, a comparing class, and jobs that requeue themselves."""
import asyncio
import dataclasses
import itertools

@dataclasses.dataclass(order=True)
class Job:
    priority: int
    number: int = dataclasses.field(default_factory=itertools.count().__next__)
    name: str = dataclasses.field(default='', compare=False)
    tries: int = dataclasses.field(default=0, compare=False)

async def worker(name, q, log):
    while True:
        job = await q.get()
        try:
            await asyncio.sleep(0.1)
            if job.name.startswith('flaky') and job.tries < 2:
                job.tries += 1
                job.priority += 5
                await q.put(job)
                log.append(f'{name} requeued {job.name} at {job.priority}')
            else:
                log.append(f'{name} did {job.name}')
        finally:
            q.task_done()

async def main():
    q, log = asyncio.PriorityQueue(), []
    for p, n in ((3, 'low'), (1, 'high'), (2, 'flaky'), (1, 'high too'), (2, 'mid')):
        q.put_nowait(Job(p, name=n))
    ws = [asyncio.create_task(worker(f'w{i}', q, log)) for i in range(2)]
    await q.join()
    for w in ws:
        w.cancel()
    print(*log, sep='\n')
    print(q.empty(), round(asyncio.get_running_loop().time(), 2))
    lifo = asyncio.LifoQueue()
    async def undo_stack():
        for cmd in ('type a', 'type b', 'delete'):
            await lifo.put(cmd)
        return [lifo.get_nowait() for _ in range(lifo.qsize())]
    print(await undo_stack())

asyncio.run(main())
