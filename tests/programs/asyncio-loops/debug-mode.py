"""Debug mode: slow callbacks, wrong callbacks and reprs."""
import asyncio
import logging
import re
import sys
import time

class Plain(logging.Handler):
    def emit(self, record):
        text = re.sub(r' (running|defined|created) at \S+:\d+', r' \1 at ...', record.getMessage())
        text = re.sub(r' at \S+:\d+', ' at ...', text)
        print(record.levelname, re.sub(r'\b0x[0-9a-f]+', '0x', text))

logging.getLogger('asyncio').addHandler(Plain())

def slow(seconds):
    time.sleep(seconds)

async def blocking():
    time.sleep(0.3)
    await asyncio.sleep(0)
    time.sleep(0.05)
    return 'blocked'

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    loop.call_soon(slow, 0.2)
    loop.call_later(1, slow, 0.5)
    loop.call_soon(slow, 0.1)
    loop.call_soon(slow, 0.05)
    await asyncio.sleep(2)
    t = asyncio.create_task(blocking(), name='blocker')
    await t
    loop.slow_callback_duration = 1
    loop.call_soon(slow, 0.5)
    await asyncio.sleep(0)
    async def coro(): pass
    for bad in (5, coro):
        try:
            loop.call_soon(bad)
        except TypeError as e:
            print(str(e).split(' at 0x')[0])
    loop.set_debug(False)
    loop.slow_callback_duration = 0.1
    loop.call_soon(slow, 0.5)
    await asyncio.sleep(0)
    print(loop.time())

asyncio.run(main(), debug=True)
