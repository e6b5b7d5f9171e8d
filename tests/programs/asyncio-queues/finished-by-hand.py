"""Programs that look at what a queue has as `_finished`."""
import asyncio
import re


def show(queue):
    text = re.sub('0x[0-9a-f]+', '0x', repr(queue._finished))
    print(queue._finished.is_set(), text)


class Unique(asyncio.Queue):
    """Puts each item once, with a `put_nowait` of its own."""

    def _init(self, maxsize):
        super()._init(maxsize)
        self.seen = set()

    def put_nowait(self, item):
        if item in self.seen:
            return
        self.seen.add(item)
        self._put(item)
        self._unfinished_tasks += 1
        self._finished.clear()
        self._wakeup_next(self._getters)


async def work(queue):
    while True:
        print('item', await queue.get())
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    show(queue)
    queue.put_nowait(1)
    show(queue)
    joining = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    show(queue)
    waiting = asyncio.create_task(queue._finished.wait())
    await asyncio.sleep(0)
    queue.get_nowait()
    queue.task_done()
    show(queue)
    print(await waiting, await joining)

    print('given up')
    queue.put_nowait(2)
    joining = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    queue._unfinished_tasks = 0
    queue._finished.set()
    await joining
    show(queue)

    unique = Unique()
    worker = asyncio.create_task(work(unique))
    await asyncio.sleep(0)
    for item in 'abab':
        unique.put_nowait(item)
    await unique.join()
    worker.cancel()

asyncio.run(main())
