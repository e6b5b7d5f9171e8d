"""A future resolved in callbacks of callbacks, in the order of scheduling."""
import asyncio

def main():
    loop = asyncio.new_event_loop()
    log = []
    a, b, c = (loop.create_future() for _ in range(3))
    a.add_done_callback(lambda f: (log.append('a1'), b.set_result('from a1')))
    a.add_done_callback(lambda f: log.append('a2'))
    b.add_done_callback(lambda f: (log.append(f'b {f.result()}'), loop.call_soon(c.set_result, 3)))
    c.add_done_callback(lambda f: (log.append('c'), loop.stop()))
    async def waits(name, f):
        log.append(f'{name} got {await f}')
    for name, f in zip('xyz', (a, b, c)):
        loop.create_task(waits(name, f))
    loop.call_later(1, a.set_result, 'A')
    loop.run_forever()
    print(log, loop.time())
    print([t.get_coro().__name__ for t in asyncio.all_tasks(loop)])
    loop.run_until_complete(asyncio.sleep(0))
    print(log[-1], asyncio.all_tasks(loop))
    loop.close()

main()
