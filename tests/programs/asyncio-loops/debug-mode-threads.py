"""Debug mode: what other threads may not do, and handles after they were cancelled."""
import asyncio


class Job:
    def __call__(self):
        pass

    def __repr__(self):
        return 'Job()'


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(lambda future: None)
    idle = loop.create_future()

    def elsewhere():
        calls = [
            lambda: loop.call_soon(print),
            lambda: loop.call_later(1, print),
            lambda: loop.call_at(1, print),
            lambda: future.set_result(1),
            lambda: idle.set_result(2),
            lambda: loop.call_soon_threadsafe(3),
        ]
        for call in calls:
            try:
                print(call())
            except (RuntimeError, TypeError) as error:
                print(type(error).__name__, error)
        loop.call_soon_threadsafe(print, 'threadsafe')

    await asyncio.to_thread(elsewhere)
    print(future.result(), idle.result())
    for handle in loop.call_later(5, Job()), loop.call_soon(print, Job()):
        print(repr(handle).split(' created')[0])
        handle.cancel()
        print(repr(handle).split(' created')[0], handle._callback)

asyncio.run(main(), debug=True)


async def plain():
    loop = asyncio.get_running_loop()
    handle = loop.call_later(5, Job())
    handle.cancel()
    print(handle)
    print(loop.call_soon(loop.stop))
    for call in (lambda: loop.call_later('1', print), lambda: loop.call_soon(),
                 lambda: loop.call_later(1)):
        try:
            call()
        except TypeError as error:
            print(error)

try:
    asyncio.run(plain())
except RuntimeError as error:
    print(error)
