# Locks, re-entrant locks and semaphores between threads.
import threading
import time

begin = time.monotonic()


def now():
    """Seconds since the beginning, as on any clock."""
    return round(time.monotonic() - begin, 1)


lock = threading.Lock()


def hold(name, seconds):
    with lock:
        print(f'{name} has it at {now()}')
        time.sleep(seconds)


threads = [threading.Thread(target=hold, args=(n, 1)) for n in 'abc']
for t in threads:
    t.start()
print(lock.locked(), lock.acquire(blocking=False))
print(lock.acquire(timeout=0.5), now())
for t in threads:
    t.join()
print(lock.locked())
try:
    lock.release()
except RuntimeError as error:
    print(error)

again = threading.RLock()


def nested():
    with again:
        with again:
            print('twice')
            time.sleep(1)


t = threading.Thread(target=nested)
t.start()
time.sleep(0.5)
print(again.acquire(False))
with again:
    print('after', now())
t.join()
try:
    again.release()
except RuntimeError as error:
    print(error)

slots = threading.BoundedSemaphore(2)


def use(n):
    with slots:
        print(f'in {n} {now()}')
        time.sleep(n)


threads = [threading.Thread(target=use, args=(n,)) for n in (1, 2, 3)]
for t in threads:
    t.start()
    time.sleep(0.1)
for t in threads:
    t.join()
try:
    slots.release()
except ValueError as error:
    print(error)
