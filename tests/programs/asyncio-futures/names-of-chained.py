"""How futures that are chained to those of threads show it."""
import asyncio
import concurrent.futures
import time


def stops():
    raise StopIteration


async def main():
    loop = asyncio.get_running_loop()
    source = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(source)
    print(repr(wrapped).split(' at ')[0])
    running = loop.run_in_executor(None, time.sleep, 0.1)
    print(repr(running).split(' at ')[0])
    await running
    wrapped.cancel()

    async def short():
        await asyncio.sleep(0.1)

    threaded = asyncio.run_coroutine_threadsafe(short(), loop)
    await asyncio.sleep(0)
    for task in asyncio.all_tasks():
        if task is not asyncio.current_task():
            print(repr(task).split('cb=')[1].split(' at ')[0])
    await asyncio.wrap_future(threaded)

    loop.set_exception_handler(
        lambda loop, context: print(context['message'].split('(')[0]))
    try:
        await asyncio.wait_for(asyncio.to_thread(stops), 1)
    except TimeoutError:
        print('never set')

asyncio.run(main())
