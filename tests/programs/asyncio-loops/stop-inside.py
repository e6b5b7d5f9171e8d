"""stop() from a task and from a callback; what is left goes on in the next run."""
import asyncio

loop = asyncio.new_event_loop()
log = []

async def worker(name, n):
    for i in range(n):
        log.append(f'{name}{i}')
        await asyncio.sleep(1)
    log.append(f'{name} ends')

async def stopper():
    await asyncio.sleep(1.5)
    log.append('stop')
    loop.stop()
    log.append('still here')
    await asyncio.sleep(0)
    log.append('in the next run')

a = loop.create_task(worker('a', 3))
s = loop.create_task(stopper())
loop.run_forever()
print(log, loop.time(), loop.is_running())
log.clear()
loop.call_later(0.2, loop.stop)
loop.run_forever()
print(log, loop.time())
log.clear()
print(loop.run_until_complete(a), log, loop.time())
pending = asyncio.all_tasks(loop)
print(pending, a.done(), s.done())
def keyboard():
    raise KeyboardInterrupt('from callback')
loop.call_soon(keyboard)
b = loop.create_task(worker('b', 1))
try:
    loop.run_forever()
except KeyboardInterrupt as e:
    print(repr(e), loop.is_running())
log.clear()
loop.run_until_complete(b)
print(log)
async def exits():
    raise SystemExit(4)
try:
    loop.run_until_complete(exits())
except SystemExit as e:
    print(repr(e))
loop.close()
