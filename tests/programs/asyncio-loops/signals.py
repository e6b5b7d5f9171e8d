"""Signals: add_signal_handler, and SIGINT inside asyncio.run cancels the main coroutine."""
import asyncio
import os
import signal

log = []

async def with_handlers():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    def on_term(*args):
        log.append(('term', args, loop.time()))
        stop.set()
    loop.add_signal_handler(signal.SIGTERM, on_term, 1, 2)
    loop.call_later(1, os.kill, os.getpid(), signal.SIGTERM)
    await stop.wait()
    print(log, loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))
    async def coro(): pass
    for sig, cb in ((signal.SIGTERM, coro), ('x', print), (9999, print)):
        try:
            loop.add_signal_handler(sig, cb)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)

asyncio.run(with_handlers())

async def interrupted(times):
    loop = asyncio.get_running_loop()
    loop.call_later(1, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('cancelled at', loop.time(), asyncio.current_task().cancelling())
        await asyncio.sleep(0.5)
        print('cleaned up')
        if times == 1:
            raise
        asyncio.current_task().uncancel()
        return 'went on'

for times in (1, 2):
    try:
        print(asyncio.run(interrupted(times)))
    except KeyboardInterrupt as e:
        print('KeyboardInterrupt', e.args, type(e.__context__).__name__)

def sync_handler(number, frame):
    print('handler', number)
old = signal.signal(signal.SIGINT, sync_handler)
signal.raise_signal(signal.SIGINT)
signal.signal(signal.SIGINT, old)
try:
    os.kill(os.getpid(), signal.SIGINT)
    print('not here')
except KeyboardInterrupt:
    print('interrupted')
