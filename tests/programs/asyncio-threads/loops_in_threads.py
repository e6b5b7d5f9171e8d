# Every thread may have a loop of its own.
import asyncio
import concurrent.futures as cf
import contextvars
import threading

var = contextvars.ContextVar('var', default='default')


async def work(n):
    var.set(n)
    await asyncio.sleep(n)
    return n, var.get(), asyncio.current_task().get_coro().__name__


def run(n):
    return asyncio.run(work(n))


with cf.ThreadPoolExecutor() as pool:
    print(list(pool.map(run, [1, 2, 3])))
print(var.get())


def ask():
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)


thread = threading.Thread(target=ask, name='asker')
thread.start()
thread.join()

# A loop that runs in the background, and is stopped from outside.
loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever)
thread.start()
future = asyncio.run_coroutine_threadsafe(work(5), loop)
print(future.result(), loop.is_running())
loop.call_soon_threadsafe(loop.stop)
thread.join()
print(loop.is_running())
loop.close()
