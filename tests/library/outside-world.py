# Modules that speak of the world outside, as far as the playground has one.
import threading, os, concurrent.futures, timeit, platform, errno, signal, secrets, selectors, socket, subprocess, queue, uuid, copy, time
l = threading.Lock()
with l: print(l.acquire(False), l.acquire(timeout=1), time.monotonic(), threading.current_thread(), threading.main_thread().name)
q = queue.Queue(); q.put(1); print(q.get(), q.qsize())
try: q.get(timeout=2)
except queue.Empty: print('empty', time.monotonic())
f = concurrent.futures.Future(); f.add_done_callback(lambda f: print('done', f.result())); f.set_result(5); print(f.done(), f.result())
print(os.getpid(), os.environ.get('HOME'), os.sep, os.cpu_count(), os.getenv('X', 'd'), platform.python_version(), errno.ENOENT, errno.errorcode[2], signal.SIGINT, repr(signal.SIGTERM), timeit.timeit('1+1', number=10))
try: signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt: print('KI')
print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), uuid.uuid4().version)
for f in (lambda: socket.socket(), lambda: subprocess.run(['ls']), lambda: os.nope):
    try: f()
    except Exception as e: print(type(e).__name__, e)
import threading
loc = threading.local(); loc.x = 5; print(loc.x)
