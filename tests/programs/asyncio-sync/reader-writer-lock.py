"""A readers-writer lock made of a condition; writers come first."""
import asyncio
from contextlib import asynccontextmanager

class RWLock:
    def __init__(self): self.cond = asyncio.Condition(); self.readers = 0; self.writing = False; self.waiting = 0
    @asynccontextmanager
    async def read(self):
        async with self.cond:
            await self.cond.wait_for(lambda: not self.writing and not self.waiting)
            self.readers += 1
        try:
            yield
        finally:
            async with self.cond:
                self.readers -= 1
                self.cond.notify_all()
    @asynccontextmanager
    async def write(self):
        async with self.cond:
            self.waiting += 1
            try:
                await self.cond.wait_for(lambda: not self.writing and not self.readers)
                self.writing = True
            finally:
                self.waiting -= 1
        try:
            yield
        finally:
            async with self.cond:
                self.writing = False
                self.cond.notify_all()

async def main():
    lock, log, loop = RWLock(), [], asyncio.get_running_loop()
    async def reader(i, at):
        await asyncio.sleep(at)
        async with lock.read():
            log.append(f'{loop.time():.1f} r{i} in')
            await asyncio.sleep(1)
        log.append(f'{loop.time():.1f} r{i} out')
    async def writer(i, at):
        await asyncio.sleep(at)
        async with lock.write():
            log.append(f'{loop.time():.1f} w{i} in')
            await asyncio.sleep(1)
            log.append(f'{loop.time():.1f} w{i} out')
    w = asyncio.create_task(writer(9, 0.1))
    rs = [reader(0, 0), reader(1, 0.2), writer(0, 0.3), reader(2, 0.5)]
    async def impatient():
        await asyncio.sleep(0.4)
        try:
            async with asyncio.timeout(0.2):
                async with lock.write():
                    log.append('never')
        except TimeoutError:
            log.append(f'{loop.time():.1f} gave up')
    await asyncio.gather(w, impatient(), *rs)
    print(*log, sep='\n')

asyncio.run(main())
