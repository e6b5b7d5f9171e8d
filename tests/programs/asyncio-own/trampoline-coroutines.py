"""Coroutines that talk to a scheduler by yielded commands, with priorities and joins."""
import heapq
import itertools
import types

@types.coroutine
def call(*command):
    return (yield command)

class Scheduler:
    def __init__(self): self.queue = []; self.ids = itertools.count(); self.waiting = {}; self.results = {}
    def add(self, coro, priority):
        tid = next(self.ids)
        heapq.heappush(self.queue, (priority, tid, coro, None))
        return tid
    def run(self):
        turn = 0
        while self.queue:
            priority, tid, coro, value = heapq.heappop(self.queue)
            turn += 1
            try:
                command, *args = coro.send(value)
            except StopIteration as stop:
                self.results[tid] = stop.value
                print(f'{turn}: task {tid} -> {stop.value}')
                for waiter in self.waiting.pop(tid, ()):
                    heapq.heappush(self.queue, (*waiter, stop.value))
                continue
            match command, args:
                case 'spawn', [new, p]:
                    heapq.heappush(self.queue, (priority, tid, coro, self.add(new, p)))
                case 'join', [other] if other in self.results:
                    heapq.heappush(self.queue, (priority, tid, coro, self.results[other]))
                case 'join', [other]:
                    self.waiting.setdefault(other, []).append((priority, tid, coro))
                case 'nice', [delta]:
                    heapq.heappush(self.queue, (priority + delta, tid, coro, priority + delta))

async def job(name, n):
    for i in range(n):
        p = await call('nice', 2)
        print(f'   {name} {i} now at {p}')
    return name * n

async def main():
    a = await call('spawn', job('a', 2), 1)
    b = await call('spawn', job('b', 3), 2)
    ra = await call('join', a)
    rb = await call('join', b)
    return [ra, rb, await call('join', a)]

s = Scheduler()
s.add(main(), 0)
s.run()
print(s.results)
