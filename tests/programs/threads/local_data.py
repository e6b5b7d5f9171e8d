# threading.local: attributes of each thread.
import threading
import time

data = threading.local()
data.x = 'main'


def work(n):
    print(f"{n} {hasattr(data, 'x')}")
    data.x = n
    time.sleep(n + 1)
    print(f'{n} {data.x} {data.__dict__}')


threads = [threading.Thread(target=work, args=(n,)) for n in range(2)]
for t in threads:
    t.start()
    time.sleep(0.1)
for t in threads:
    t.join()
print(data.x)


class Numbers(threading.local):
    kind = 'numbers'

    def __init__(self, start):
        self.value = start

    def step(self):
        self.value += 1
        return self.value


numbers = Numbers(10)
print(numbers.step(), numbers.kind)
t = threading.Thread(target=lambda: print(numbers.step(), numbers.step()))
t.start()
t.join()
print(numbers.step())
del data.x
try:
    data.x
except AttributeError:
    print('gone')
try:
    threading.local(1)
except TypeError as error:
    print(error)
