# Initializers, exceptions in map, shutdown that cancels, the Future's own API.
import concurrent.futures as cf
import threading
import time

begin = time.monotonic()


def now():
    """Seconds since the beginning, as on any clock."""
    return round(time.monotonic() - begin, 1)


state = threading.local()


def prepare(value):
    state.value = value
    print('prepared', threading.current_thread().name)


with cf.ThreadPoolExecutor(2, 'p', prepare, ('v',)) as pool:
    print(pool.submit(lambda: state.value).result())
    print(pool.submit(lambda: state.value).result())


def invert(n):
    return 1 / n


with cf.ThreadPoolExecutor(2) as pool:
    results = pool.map(invert, [1, 2, 0, 4])
    try:
        for value in results:
            print(value)
    except ZeroDivisionError as error:
        print('in map:', error)
    try:
        list(pool.map(time.sleep, [1, 9], timeout=3))
    except cf.TimeoutError:
        print('map timeout', now())
print(now())

pool = cf.ThreadPoolExecutor(1)
futures = [pool.submit(time.sleep, 1) for _ in range(3)]
pool.shutdown(wait=False, cancel_futures=True)
print([f.cancelled() for f in futures])
futures[0].result()
print(now())

future = cf.Future()
print(future.done(), future.running(), future.set_running_or_notify_cancel(),
      future.running(), future.cancel())
future.set_result(7)
print(future.result(), future.exception(), future.done())
try:
    future.set_result(8)
except cf.InvalidStateError as error:
    print(type(error).__name__, str(error)[:8])
other = cf.Future()
other.set_exception(KeyError('k'))
print(repr(other.exception()))
print(issubclass(cf.ThreadPoolExecutor, cf.Executor), cf.ALL_COMPLETED)
