"""A retry helper with timeouts and growing pauses."""
import asyncio

class Flaky:
    def __init__(self, plan): self.plan = iter(plan); self.calls = 0
    async def __call__(self):
        self.calls += 1
        what = next(self.plan)
        if isinstance(what, Exception):
            await asyncio.sleep(0.1)
            raise what
        await asyncio.sleep(what)
        return f'ok after {self.calls}'

async def retry(func, *, attempts=4, limit=1, base=0.5):
    loop = asyncio.get_running_loop()
    errors = []
    for n in range(attempts):
        try:
            async with asyncio.timeout(limit):
                return await func()
        except TimeoutError:
            errors.append('timeout')
        except ConnectionError as e:
            errors.append(repr(e))
        pause = base * 2 ** n
        print(f'  [{loop.time():.2f}] attempt {n + 1}: {errors[-1]}, pause {pause}')
        await asyncio.sleep(pause)
    raise RuntimeError('gave up', errors)

async def main():
    print(await retry(Flaky([ConnectionError('reset'), 5, 0.3])))
    try:
        await retry(Flaky([ConnectionResetError(104, 'x')] * 4))
    except RuntimeError as e:
        print(e)
    try:
        await retry(Flaky([KeyError('bug')]))
    except KeyError as e:
        print(repr(e))

asyncio.run(main())
