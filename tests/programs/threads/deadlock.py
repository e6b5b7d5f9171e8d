# Two threads that wait for each other's lock: CPython would hang; here the
# run ends and says who waits.
import threading
import time

a, b = threading.Lock(), threading.Lock()


def take(first, second):
    with first:
        time.sleep(1)
        with second:
            print('never')


for pair in ((a, b), (b, a)):
    threading.Thread(target=take, args=pair).start()
print('started')
