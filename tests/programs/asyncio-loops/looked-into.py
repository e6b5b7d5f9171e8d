"""A loop's queue, timers and flags under their private names."""
import asyncio
import re


def plain(things):
    return re.sub('0x[0-9a-f]+', '0x', repr(things))


async def child(future):
    await future


async def main():
    loop = asyncio.get_running_loop()
    print(len(loop._ready), len(loop._scheduled))
    future = loop.create_future()
    task = asyncio.create_task(child(future))
    loop.call_soon(print, 'soon')
    print(plain(loop._ready))
    await asyncio.sleep(0)
    loop.call_later(2, print, 'later')
    timer = loop.call_later(1, print, 'sooner')
    sleeping = asyncio.create_task(asyncio.sleep(0.5))
    await asyncio.sleep(0)
    print(len(loop._scheduled), timer in loop._scheduled)
    print([type(handle).__name__ for handle in loop._scheduled],
          [handle.when() for handle in sorted(loop._scheduled)])
    future.add_done_callback(print)
    future.set_result('done')
    print(len(loop._ready), plain(loop._ready[0]))
    print(loop._closed, loop._debug, loop._task_factory, loop._thread_id is None)
    await sleeping
    await asyncio.sleep(2)
    print(len(loop._ready), loop._scheduled)
    return loop

loop = asyncio.run(main())
print(loop._closed, loop._thread_id, list(loop._ready))
