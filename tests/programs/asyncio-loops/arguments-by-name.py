"""Arguments of the loop's methods by name, and calls that lack some."""
import asyncio
import warnings

warnings.simplefilter('ignore')


async def double(number):
    return number * 2


async def main():
    loop = asyncio.get_running_loop()
    done = asyncio.Event()
    loop.call_soon(callback=done.set)
    await done.wait()
    for schedule in (lambda call: loop.call_later(delay=1, callback=call),
                     lambda call: loop.call_at(when=loop.time() + 1, callback=call),
                     lambda call: loop.call_later(1, callback=call),
                     lambda call: loop.call_soon_threadsafe(callback=call)):
        done.clear()
        schedule(done.set)
        await done.wait()
        print(loop.time())
    print(await loop.create_task(coro=double(2)))
    print(await loop.run_in_executor(executor=None, func=lambda: 'thread'))
    loop.set_debug(enabled=False)
    loop.set_task_factory(factory=None)
    wrong = [
        lambda: loop.call_soon(),
        lambda: loop.call_later(),
        lambda: loop.call_later(1),
        lambda: loop.call_later(callback=print),
        lambda: loop.call_at(callback=print),
        lambda: loop.call_soon(print, callback=print),
        lambda: loop.call_later(1, print, delay=2),
        lambda: loop.call_later(1, print, 2, context=None, x=3),
        lambda: loop.call_soon(print, y=1),
        lambda: loop.create_task(),
        lambda: loop.create_task(double(1), nme='x'),
    ]
    for call in wrong:
        try:
            call()
        except TypeError as error:
            print(error)

asyncio.run(main())
