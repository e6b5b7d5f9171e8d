# Threads run until they wait, and are waited for.
import threading
import time

begin = time.monotonic()


def now():
    """Seconds since the beginning, as on any clock."""
    return round(time.monotonic() - begin, 1)


def work(name, seconds):
    print(f'{name} starts in {threading.current_thread().name}')
    time.sleep(seconds)
    print(f'{name} ends at {now()}')


threads = [threading.Thread(target=work, args=(n, s))
           for n, s in [('a', 3), ('b', 1), ('c', 2)]]
for thread in threads:
    print(thread.name, thread.is_alive(), thread.daemon)
for thread in threads:
    thread.start()
    time.sleep(0.1)
print('alive', [t.is_alive() for t in threads], threading.active_count())
for thread in threads:
    thread.join()
print('joined', [t.is_alive() for t in threads], now())

slow = threading.Thread(target=time.sleep, args=(5,), name='slow')
slow.start()
slow.join(timeout=2)
print('timeout', slow.is_alive(), now())
slow.join()
print(slow.is_alive(), now())


class Sub(threading.Thread):
    def __init__(self):
        super().__init__(name='sub', daemon=True)

    def run(self):
        self.result = 42


sub = Sub()
sub.start()
sub.join()
print(sub.result, sub.daemon, threading.main_thread().name,
      threading.current_thread() is threading.main_thread())
for act in (sub.start, threading.Thread().join,
            threading.current_thread().join):
    try:
        act()
    except RuntimeError as error:
        print('RuntimeError', error)
timer = threading.Timer(1.5, print, ['timer fired'])
timer.start()
other = threading.Timer(1, print, ['never'])
other.start()
other.cancel()
timer.join()
print(now())
