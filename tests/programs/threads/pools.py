# ThreadPoolExecutor: submit, map, wait, as_completed, callbacks.
import concurrent.futures as cf
import threading
import time

begin = time.monotonic()


def now():
    """Seconds since the beginning, as on any clock."""
    return round(time.monotonic() - begin, 1)


def work(n):
    time.sleep(n)
    return n * 10, threading.current_thread().name


with cf.ThreadPoolExecutor(max_workers=2, thread_name_prefix='w') as pool:
    futures = [pool.submit(work, n) for n in (3, 1, 2)]
    print([f.running() for f in futures], [f.done() for f in futures])
    for future in cf.as_completed(futures):
        print(future.result(), now())

with cf.ThreadPoolExecutor(3) as pool:
    print(list(pool.map(lambda a, b: a + b, [1, 2], [10, 20])))
    futures = [pool.submit(time.sleep, n) for n in (1, 2, 4)]
    done, left = cf.wait(futures, return_when=cf.FIRST_COMPLETED)
    print(len(done), len(left), now())
    done, left = cf.wait(futures, timeout=1.5)
    print(len(done), len(left), now())
    print([len(s) for s in cf.wait(futures)], now())

pool = cf.ThreadPoolExecutor(max_workers=1)
first = pool.submit(time.sleep, 5)
second = pool.submit(print, 'never')
third = pool.submit(divmod, 1, 0)
print(first.cancel(), second.cancel(), second.cancelled(), third.done())
second.add_done_callback(lambda f: print('callback', f.cancelled()))
third.add_done_callback(lambda f: print('callback', type(f.exception())))
try:
    first.result(timeout=1)
except cf.TimeoutError as error:
    print('timeout', repr(error), error is not None and now())
pool.shutdown()
print(now())
for future in (second, third):
    try:
        future.result()
    except (cf.CancelledError, ZeroDivisionError) as error:
        print(repr(error))
try:
    pool.submit(print)
except RuntimeError as error:
    print(error)
try:
    cf.ThreadPoolExecutor(0)
except ValueError as error:
    print(error)
