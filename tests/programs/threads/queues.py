# Queues between threads: waiting, timeouts, join.
import queue
import threading
import time

begin = time.monotonic()


def now():
    """Seconds since the beginning, as on any clock."""
    return round(time.monotonic() - begin, 1)


work = queue.Queue(maxsize=2)


def producer():
    for n in range(5):
        work.put(n)
        print(f'put {n}')
    work.put(None)


def consumer():
    while True:
        item = work.get()
        if item is None:
            work.task_done()
            return
        time.sleep(1)
        print(f'got {item} {now()}')
        work.task_done()


threads = [threading.Thread(target=f) for f in (consumer, producer)]
for t in threads:
    t.start()
work.join()
print('all done', work.unfinished_tasks, work.qsize())
for t in threads:
    t.join()
try:
    work.get(timeout=2)
except queue.Empty as error:
    print('empty', repr(error), now())
work.put(1)
work.put(2)
try:
    work.put(3, timeout=1)
except queue.Full as error:
    print('full', repr(error), now())
try:
    work.put_nowait(3)
except queue.Full:
    print('full')

first = queue.SimpleQueue()
t = threading.Thread(target=lambda: print('simple', first.get()))
t.start()
first.put('x')
t.join()
ordered = queue.PriorityQueue()
for n in (3, 1, 2):
    ordered.put(n)
print([ordered.get() for _ in range(3)])
stack = queue.LifoQueue()
t = threading.Thread(target=lambda: [stack.put(n) for n in range(3)])
t.start()
t.join()
print([stack.get_nowait() for _ in range(3)])
