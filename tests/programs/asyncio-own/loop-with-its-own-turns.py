# Loops for tests: their class has its own clock, its own turns, or both.
import asyncio
from unittest.mock import Mock


class OwnClock(asyncio.SelectorEventLoop):
    now = 0.0

    def time(self):
        return self.now

    def _run_once(self):
        if not self._ready and self._scheduled:
            self.now = max(self.now, self._scheduled[0].when())
        super()._run_once()


class Tracked(asyncio.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._now = 0.0
        self._timers = []
        self._selector = Mock()
        self.steps = []

    def _run_once(self):
        super()._run_once()
        self._timers = sorted(t for t in self._timers if t > self.time())
        if self._timers and not self._ready:
            self.steps.append(round(self._timers[0] - self._now, 3))
            self._now = self._timers.pop(0)

    def _process_events(self, events): pass
    def _write_to_self(self): pass
    def time(self): return self._now

    def call_at(self, when, callback, *args, **kwargs):
        self._timers.append(when)
        return super().call_at(when, callback, *args, **kwargs)


async def job(n):
    await asyncio.sleep(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    print(loop.is_running(), loop.time())
    print(await asyncio.gather(job(3), job(1), job(2)), loop.time())
    try:
        async with asyncio.timeout(5):
            await job(50)
    except TimeoutError:
        print('over', loop.time())
    try:
        await asyncio.wait_for(job(9), 2)
    except TimeoutError:
        print('over', loop.time())
    task = asyncio.create_task(job(4))
    loop.call_later(1, task.cancel, 'why')
    print(await asyncio.gather(task, return_exceptions=True), loop.time())
    q = asyncio.Queue(1)
    async with asyncio.TaskGroup() as group:
        for i in range(3):
            group.create_task(q.put(i))
        group.create_task(job(1))
        print([await q.get() for _ in range(3)], asyncio.current_task().get_name())
    loop.call_soon(print, 'soon')
    loop.call_at(loop.time(), print, 'now')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return 'end'

for make in OwnClock, Tracked:
    loop = make()
    print(loop.run_until_complete(main()), loop.time(), loop.is_running())
    print(getattr(loop, 'steps', None))
    loop.call_soon(loop.stop)
    loop.run_forever()
    loop.close()
