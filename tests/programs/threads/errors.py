# A thread that ends by an exception; the hook that is told.
import sys
import threading


def fails(text):
    raise ValueError(text)


def quits():
    sys.exit(3)


sys.stderr = sys.stdout
t = threading.Thread(target=quits)
t.start()
t.join()
print('after exit', t.is_alive())


def hook(args):
    print('hook', args.exc_type.__name__, args.exc_value, args.thread.name,
          args.exc_traceback is not None)


old, threading.excepthook = threading.excepthook, hook
t = threading.Thread(target=fails, args=('one',), name='one')
t.start()
t.join()
print('alive', t.is_alive())
threading.excepthook = old
lines = []


class Lines:
    def write(self, text):
        lines.append(text)

    def flush(self):
        pass


sys.stderr = Lines()
t = threading.Thread(target=fails, args=('two',), name='two')
t.start()
t.join()
text = ''.join(lines).splitlines()
print(text[0])
print(text[1])
print(text[-1])
try:
    threading.Thread(group=1)
except AssertionError as error:
    print(error)
