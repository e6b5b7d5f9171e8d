"""Actors with mailboxes, replies by future, supervision and restarts."""
import asyncio

class Actor:
    def __init__(self, name): self.name = name; self.box = asyncio.Queue(); self.count = 0
    async def run(self):
        while True:
            msg, reply = await self.box.get()
            if msg == 'stop':
                reply.set_result('stopped')
                return self.count
            if msg == 'crash':
                reply.cancel()
                raise RuntimeError(f'{self.name} crashed')
            await asyncio.sleep(0.1)
            self.count += 1
            if not reply.cancelled():
                reply.set_result(f'{self.name}: {msg} #{self.count}')
    def ask(self, msg):
        reply = asyncio.get_running_loop().create_future()
        self.box.put_nowait((msg, reply))
        return reply

async def supervise(actor, restarts):
    for attempt in range(restarts + 1):
        try:
            return await actor.run()
        except RuntimeError as e:
            print('supervisor:', e, 'restart', attempt + 1)

async def main():
    a = Actor('alice')
    sup = asyncio.create_task(supervise(a, 2))
    print(await asyncio.gather(a.ask('hi'), a.ask('ho')))
    r = a.ask('crash')
    later = a.ask('after crash')
    try:
        await r
    except asyncio.CancelledError:
        print('reply cancelled')
    print(await later)
    impatient = a.ask('slow')
    try:
        await asyncio.wait_for(impatient, 0.05)
    except asyncio.TimeoutError:
        print('gave up', impatient.cancelled())
    print(await a.ask('stop'), await sup)

asyncio.run(main())
