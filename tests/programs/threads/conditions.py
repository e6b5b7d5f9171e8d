# Conditions, events and barriers.
import threading
import time

begin = time.monotonic()


def now():
    """Seconds since the beginning, as on any clock."""
    return round(time.monotonic() - begin)


items = []
news = threading.Condition()


def consumer():
    with news:
        while not items:
            news.wait()
        print(f'got {items.pop(0)} {now()}')


threads = [threading.Thread(target=consumer) for _ in range(3)]
for t in threads:
    t.start()
for n in range(3):
    time.sleep(1)
    with news:
        items.append(n)
        news.notify()
for t in threads:
    t.join()
with news:
    print(news.wait(timeout=2), now())
    print(news.wait_for(lambda: False, timeout=1), now())
try:
    news.notify()
except RuntimeError as error:
    print(error)

go = threading.Event()


def waiter(n):
    print(f'{n} {go.wait(timeout=n)} {now()}')


threads = [threading.Thread(target=waiter, args=(n,)) for n in (1, 5)]
for t in threads:
    t.start()
time.sleep(2)
go.set()
for t in threads:
    t.join()
print(go.is_set(), go.wait())

barrier = threading.Barrier(3, action=lambda: print('all here'))


def meet(n):
    time.sleep(n)
    index = barrier.wait()
    time.sleep(n)
    print(f'through {index}')


threads = [threading.Thread(target=meet, args=(n,)) for n in (1, 2)]
for t in threads:
    t.start()
time.sleep(3)
print('main', barrier.wait(), barrier.broken, barrier.n_waiting)
for t in threads:
    t.join()
late = threading.Barrier(2, timeout=1)
try:
    late.wait()
except threading.BrokenBarrierError as error:
    print('broken', repr(error), late.broken)
