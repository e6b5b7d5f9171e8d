"""Debounce by cancelling and rescheduling timers, throttle by time."""
import asyncio

class Debouncer:
    def __init__(self, delay, func): self.delay, self.func, self.handle = delay, func, None
    def __call__(self, *args):
        if self.handle:
            self.handle.cancel()
        loop = asyncio.get_running_loop()
        self.handle = loop.call_later(self.delay, self.func, *args)

class TaskDebouncer:
    def __init__(self, delay): self.delay, self.task = delay, None
    def __call__(self, coro_func, *args):
        if self.task:
            self.task.cancel()
        async def later():
            await asyncio.sleep(self.delay)
            await coro_func(*args)
        self.task = asyncio.create_task(later())

def throttle(seconds):
    def decorate(func):
        last = None
        def wrapper(*args):
            nonlocal last
            now = asyncio.get_running_loop().time()
            if last is None or now - last >= seconds:
                last = now
                return func(*args)
        return wrapper
    return decorate

async def main():
    loop = asyncio.get_running_loop()
    calls = []
    d = Debouncer(0.3, lambda x: calls.append(('debounced', x, round(loop.time(), 2))))
    for i, pause in enumerate((0.1, 0.1, 0.5, 0.1, 0.4)):
        d(i)
        await asyncio.sleep(pause)
    print(calls)
    calls.clear()
    async def save(x):
        calls.append(('saving', x))
        await asyncio.sleep(0.2)
        calls.append(('saved', x))
    td = TaskDebouncer(0.1)
    for i, pause in enumerate((0.05, 0.15, 0.4)):
        td(save, i)
        await asyncio.sleep(pause)
    print(calls)
    seen = []
    @throttle(0.25)
    def report(x): seen.append(x)
    for i in range(10):
        report(i)
        await asyncio.sleep(0.1)
    print(seen)

asyncio.run(main())
