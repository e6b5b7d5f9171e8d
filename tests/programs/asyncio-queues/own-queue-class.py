"""A subclass of Queue that keeps its items elsewhere and drops doubles."""
import asyncio

class SetQueue(asyncio.Queue):
    def _init(self, maxsize):
        print('init', maxsize)
        self._queue = {}
    def _put(self, item):
        self._queue[item] = None
    def _get(self):
        item = next(iter(self._queue))
        del self._queue[item]
        return item

class Stack(asyncio.Queue):
    def _init(self, maxsize): self.items = []
    def _put(self, item): self.items.append(item)
    def _get(self): return self.items.pop()
    def qsize(self): return len(self.items)
    def empty(self): return not self.items

async def main():
    q = SetQueue(3)
    for x in 'abcab':
        try:
            q.put_nowait(x)
        except asyncio.QueueFull:
            print('full at', x)
    print(q, [await q.get() for _ in range(q.qsize())])
    s = Stack()
    for i in range(3):
        await s.put(i)
    print([s.get_nowait() for _ in range(3)], s.empty())
    t = asyncio.create_task(s.get())
    await asyncio.sleep(0)
    s.put_nowait('late')
    print(await t)
    print(asyncio.Queue[int], asyncio.LifoQueue.__mro__[1].__name__)

asyncio.run(main())
