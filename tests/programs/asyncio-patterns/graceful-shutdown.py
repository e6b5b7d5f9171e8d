"""Shutting down: stop accepting, drain, cancel what is left, report errors."""
import asyncio

class Service:
    def __init__(self): self.queue = asyncio.Queue(); self.stopping = asyncio.Event(); self.done = []
    async def consumer(self, name):
        while True:
            get = asyncio.create_task(self.queue.get())
            stop = asyncio.create_task(self.stopping.wait())
            finished, pending = await asyncio.wait({get, stop}, return_when=asyncio.FIRST_COMPLETED)
            for p in pending:
                p.cancel()
            if get in finished:
                job = get.result()
                try:
                    await asyncio.sleep(job)
                    self.done.append((name, job))
                except asyncio.CancelledError:
                    self.done.append((name, job, 'interrupted'))
                    raise
                finally:
                    self.queue.task_done()
            elif self.queue.empty():
                return f'{name} drained'
    async def shutdown(self, tasks, grace):
        self.stopping.set()
        done, pending = await asyncio.wait(tasks, timeout=grace)
        for t in pending:
            t.cancel()
        return await asyncio.gather(*tasks, return_exceptions=True)

async def main():
    for grace in (10, 1.5):
        s = Service()
        for job in (1, 2, 0.5, 3):
            s.queue.put_nowait(job)
        tasks = [asyncio.create_task(s.consumer(n)) for n in ('a', 'b')]
        await asyncio.sleep(1.2)
        print(await s.shutdown(tasks, grace))
        print(s.done)

asyncio.run(main())
