# Names of _thread that older programs use.
import _thread
import threading

lock = _thread.allocate_lock()
with lock:
    print(lock.locked(), lock.acquire(False))
print(lock.locked(), type(lock) is _thread.LockType, _thread.error)
done = threading.Event()
_thread.start_new_thread(lambda a, b: (print('in', a, b), done.set()), (1,), {'b': 2})
done.wait()
print(type(_thread.RLock()).__name__)
