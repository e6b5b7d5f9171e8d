"""A future is set once; later attempts are errors or are guarded."""
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    errors = []
    loop.set_exception_handler(lambda l, c: errors.append(repr(c['exception'])))
    f = loop.create_future()
    for i, t in enumerate((2, 1, 1)):
        loop.call_later(t, f.set_result, i)
    print(await f, loop.time())
    await asyncio.sleep(2)
    print(errors)
    f = loop.create_future()
    def safe(value):
        if not f.done():
            f.set_result(value)
    for i in range(3):
        loop.call_soon(safe, i)
    print(await f)
    f = loop.create_future()
    loop.call_soon(f.cancel)
    loop.call_soon(safe, 'late')
    try:
        await f
    except asyncio.CancelledError:
        print('cancelled first', f.cancelled())

asyncio.run(main())
