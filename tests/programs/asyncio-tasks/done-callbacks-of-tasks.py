"""Callbacks of tasks: order with waiters, errors in them, discard pattern."""
import asyncio

async def work(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError(n)
    return n

async def main():
    loop = asyncio.get_running_loop()
    log = []
    background = set()
    for n in (1, 2, 3):
        t = asyncio.create_task(work(n), name=f'w{n}')
        background.add(t)
        t.add_done_callback(background.discard)
        t.add_done_callback(lambda t: log.append((t.get_name(), loop.time(), t.exception() or t.result())))
    await asyncio.sleep(2.5)
    print(len(background), log)
    await asyncio.sleep(1)
    print(background, log[-1])
    log.clear()
    errors = []
    loop.set_exception_handler(lambda l, c: errors.append(repr(c['exception'])))
    t = asyncio.create_task(work(0))
    def bad(t): raise KeyError('callback')
    t.add_done_callback(bad)
    t.add_done_callback(lambda t: log.append('second still runs'))
    await t
    log.append('awaiter')
    await asyncio.sleep(0)
    print(log, errors)
    async def coro_cb(t): pass
    t = asyncio.create_task(work(0))
    def chain(t):
        log.append('chained')
        asyncio.ensure_future(work(1)).add_done_callback(lambda t: log.append(('chain end', loop.time())))
    t.add_done_callback(chain)
    await t
    await asyncio.sleep(2)
    print(log[2:])

asyncio.run(main())
