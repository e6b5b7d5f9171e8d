"""An asynchronous state machine: a connection with retries, timeouts and shutdown."""
import asyncio
import enum

class State(enum.Enum):
    IDLE = 'idle'
    CONNECTING = 'connecting'
    CONNECTED = 'connected'
    CLOSED = 'closed'

class Connection:
    def __init__(self, plan):
        self.state, self.plan, self.events = State.IDLE, list(plan), asyncio.Queue()
        self.changed = asyncio.Condition()
    async def set_state(self, state):
        async with self.changed:
            print(f'{asyncio.get_running_loop().time():.2f} {self.state.value} -> {state.value}')
            self.state = state
            self.changed.notify_all()
    async def wait_state(self, *states):
        async with self.changed:
            await self.changed.wait_for(lambda: self.state in states)
            return self.state
    async def run(self):
        try:
            while True:
                await self.set_state(State.CONNECTING)
                try:
                    async with asyncio.timeout(1):
                        await asyncio.sleep(self.plan.pop(0))
                except TimeoutError:
                    print('  connecting took too long')
                    await self.set_state(State.IDLE)
                    await asyncio.sleep(0.5)
                    continue
                await self.set_state(State.CONNECTED)
                if await self.events.get() == 'close':
                    return 'closed politely'
                await self.set_state(State.IDLE)
        finally:
            await self.set_state(State.CLOSED)

async def main():
    c = Connection([5, 0.2, 0.3])
    t = asyncio.create_task(c.run())
    watcher = asyncio.create_task(c.wait_state(State.CLOSED))
    print(await c.wait_state(State.CONNECTED))
    c.events.put_nowait('drop')
    await asyncio.sleep(0.1)
    await c.wait_state(State.CONNECTED)
    c.events.put_nowait('close')
    print(await t, await watcher)
    c = Connection([9])
    t = asyncio.create_task(c.run())
    await asyncio.sleep(0.5)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True), c.state)

asyncio.run(main())
