"""A TaskGroup of the program's own that collects results and limits tasks."""
import asyncio

class Collecting(asyncio.TaskGroup):
    def __init__(self, limit):
        super().__init__()
        self.sem = asyncio.Semaphore(limit)
        self.made = []
    def spawn(self, func, *args):
        async def limited():
            async with self.sem:
                return await func(*args)
        t = self.create_task(limited())
        self.made.append(t)
        return t
    @property
    def results(self):
        return [t.result() for t in self.made]
    async def __aexit__(self, *exc):
        try:
            return await super().__aexit__(*exc)
        finally:
            print('left with', len(self.made), 'tasks')

async def work(n):
    await asyncio.sleep(1)
    return n * n

async def main():
    async with Collecting(2) as g:
        for n in range(5):
            g.spawn(work, n)
    print(g.results, asyncio.get_running_loop().time())
    try:
        async with Collecting(1) as g:
            g.spawn(work, 1)
            g.spawn(work, None)
    except* TypeError as eg:
        print(eg.exceptions)

asyncio.run(main())
