"""A hand-written event loop with generators, a heap of timers and futures."""
import heapq
from collections import deque

class Future:
    def __init__(self): self.done = False; self.value = None; self.waiters = []
    def set(self, loop, value):
        self.done, self.value = True, value
        for task in self.waiters:
            loop.ready.append((task, value))
    def __iter__(self):
        if not self.done:
            yield ('wait', self)
        return self.value

class Loop:
    def __init__(self): self.ready = deque(); self.timers = []; self.now = 0.0; self.seq = 0
    def spawn(self, gen, name):
        fut = Future()
        fut.name, fut.gen = name, gen
        self.ready.append((fut, None))
        return fut
    def run(self):
        while self.ready or self.timers:
            if not self.ready:
                self.now, _, task = heapq.heappop(self.timers)
                self.ready.append((task, None))
            task, value = self.ready.popleft()
            try:
                op, arg = task.gen.send(value)
            except StopIteration as e:
                print(f'{self.now:.1f} {task.name} returned {e.value}')
                task.set(self, e.value)
                continue
            if op == 'sleep':
                self.seq += 1
                heapq.heappush(self.timers, (self.now + arg, self.seq, task))
            elif op == 'wait':
                arg.waiters.append(task)
            elif op == 'yield':
                self.ready.append((task, None))

def sleep(t):
    yield ('sleep', t)

def worker(name, n):
    total = 0
    for i in range(n):
        yield from sleep(i)
        total += i
        print(f'  {name} step {i}')
    return total

def main(loop):
    a = loop.spawn(worker('a', 3), 'a')
    b = loop.spawn(worker('b', 4), 'b')
    yield ('yield', None)
    x = yield from a
    y = yield from b
    return x + y

loop = Loop()
result = loop.spawn(main(loop), 'main')
loop.run()
print(result.value)
