# Python 3.9 was the last release that was silent about it; 3.14 makes no loop.
import asyncio


def callback(what, loop):
    print("called with", what)
    if what == 2:
        loop.stop()


loop = asyncio.get_event_loop()
print(loop is asyncio.get_event_loop(), loop.is_running())
queue = asyncio.Queue()
future = asyncio.Future()
loop.call_soon(callback, 1, loop)
loop.call_later(0.5, callback, 2, loop)
loop.run_forever()


async def fill():
    await queue.put("item")
    future.set_result(asyncio.get_event_loop() is loop)


task = asyncio.ensure_future(fill())
print(loop.run_until_complete(future), queue.get_nowait())
print(loop.run_until_complete(asyncio.gather(asyncio.sleep(1, "a"), asyncio.sleep(0, "b"))))
loop.close()
try:
    loop.run_until_complete(asyncio.sleep(0))
except RuntimeError as error:
    print(error)
