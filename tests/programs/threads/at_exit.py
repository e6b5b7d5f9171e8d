# The program ends when its threads have, but for daemons.
import atexit
import concurrent.futures as cf
import threading
import time

begin = time.monotonic()


def work(name, seconds):
    time.sleep(seconds)
    print(name, round(time.monotonic() - begin, 1))


threading.Thread(target=work, args=('thread', 2)).start()
threading.Thread(target=work, args=('daemon', 9), daemon=True).start()
pool = cf.ThreadPoolExecutor(1)
pool.submit(work, 'pool', 1)
pool.submit(work, 'pool again', 0.5)
atexit.register(lambda: print('atexit', round(time.monotonic() - begin, 1)))
print('main ends', round(time.monotonic() - begin, 1))
