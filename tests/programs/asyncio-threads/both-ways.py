# Threads that wait for loops, and loops that wait for threads.
import asyncio, threading, time, concurrent.futures as cf

async def co(n):
    await asyncio.sleep(n)
    return n * 2

async def main():
    loop = asyncio.get_running_loop()

    def worker():
        f = asyncio.run_coroutine_threadsafe(co(1), loop)
        return f.result()
    print(await asyncio.to_thread(worker))

    def w2():
        f = asyncio.run_coroutine_threadsafe(co(5), loop)
        try:
            return f.result(timeout=1)
        except (TimeoutError, cf.TimeoutError):
            f.cancel()
            return 'timeout'
    print(await loop.run_in_executor(None, w2))

    def bad():
        raise KeyError('th')
    try:
        await asyncio.to_thread(bad)
    except KeyError as e:
        print(e)
    with cf.ThreadPoolExecutor(2) as ex:
        fs = [loop.run_in_executor(ex, time.sleep, d) for d in (1, 2)]
        t0 = loop.time()
        await asyncio.gather(*fs)
        print(loop.time() - t0)
        f = ex.submit(pow, 2, 5)
        print(await asyncio.wrap_future(f))
    ev = asyncio.Event()
    threading.Thread(target=lambda: loop.call_soon_threadsafe(ev.set)).start()
    await ev.wait()
    print('ev')
    try:
        asyncio.run_coroutine_threadsafe(5, loop)
    except TypeError as e:
        print(e)

    def in_thread():
        try:
            asyncio.get_running_loop()
        except RuntimeError as e:
            print(e)
        try:
            asyncio.get_event_loop()
        except RuntimeError as e:
            print(str(e)[:40])
        return asyncio.run(co(0.5))
    print(await asyncio.to_thread(in_thread))
asyncio.run(main())
