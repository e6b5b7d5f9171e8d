"""call_soon, timers and tasks: what runs in which turn."""
import asyncio

def main():
    loop = asyncio.new_event_loop()
    log = []
    def cb(name, *more):
        log.append(f'{name}@{loop.time()}')
        for m in more:
            loop.call_soon(cb, m)
    async def task(name, n):
        for i in range(n):
            log.append(f'{name}{i}')
            await asyncio.sleep(0)
    loop.call_soon(cb, 'a', 'a1', 'a2')
    loop.create_task(task('t', 3))
    loop.call_soon(cb, 'b', 'b1')
    h = loop.call_soon(cb, 'never')
    loop.create_task(task('u', 2))
    h.cancel()
    loop.call_later(0, cb, 'timer0')
    loop.call_later(1, cb, 'timer1', 'after timer')
    loop.call_later(1, loop.stop)
    loop.call_later(1, cb, 'same turn as stop')
    loop.call_later(1.5, cb, 'left over')
    loop.run_forever()
    print(log)
    log.clear()
    loop.call_soon(loop.stop)
    loop.call_soon(cb, 'second run', 'next time')
    loop.run_forever()
    print(log)
    log.clear()
    loop.stop()
    loop.run_forever()
    print('stop before run: one turn', log)
    loop.run_until_complete(asyncio.sleep(1))
    print(log, loop.time())
    loop.close()

main()
