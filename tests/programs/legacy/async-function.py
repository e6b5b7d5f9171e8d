# Python 3.6 was the last release where async was a name (outside of async def).
import asyncio


async def work(name, delay):
    print(name, "starts")
    await asyncio.sleep(delay)
    print(name, "ends")
    return name.upper()


def start():
    first = asyncio.async(work("first", 0.02))
    second = asyncio.async(work("second", 0.01), loop=asyncio.get_event_loop())
    print(type(first) is asyncio.Task)
    # A string that says asyncio.async stays as it is.
    print("asyncio.async(…)", 'and asyncio.async'.split("."))
    return asyncio.gather(first, second)


if not hasattr(asyncio, "ensure_future"):
    asyncio.ensure_future = asyncio.async

loop = asyncio.get_event_loop()
print(loop.run_until_complete(start()))
print(loop.run_until_complete(asyncio.async(work("third", 0))))
loop.close()
