# What a subclass, an assignment to the object or to the class replaces is used.
import asyncio


class Loud(asyncio.Queue):
    def _put(self, item):
        print("_put", item)
        super()._put(item)

    def qsize(self):
        print("qsize")
        return super().qsize()


class Double(asyncio.Queue):
    def get_nowait(self):
        return super().get_nowait() * 2


class Named(asyncio.Queue):
    def __init__(self, name, maxsize=0):
        super().__init__(maxsize)
        self.name = name


async def main():
    q = Loud(2)
    await q.put(1)
    q.put_nowait(2)
    print(q.full(), await q.get(), q.get_nowait(), q.empty())

    q = Double()
    q.put_nowait(3)
    await q.put(4)
    print(await q.get(), q.get_nowait())

    q = Named("n", 1)
    await q.put("x")
    try:
        q.put_nowait("y")
    except asyncio.QueueFull as error:
        print(type(error).__name__, q.name)
    print(await q.get())
    q._put = lambda item: q._queue.append((item, "patched"))
    await q.put("z")
    print(await q.get())

    q = asyncio.Queue()
    await q.put(1)
    before = asyncio.Queue._get
    asyncio.Queue._get = lambda self: self._queue.pop() * 100
    print(await q.get())
    asyncio.Queue._get = before
    await q.put(5)
    print(await q.get(), q._queue)
    q._queue = [7, 8]
    print(q.qsize(), q.empty(), q.full())
    print(asyncio.Queue(maxsize=0).full(), asyncio.Queue(-3).full())

    for call in (lambda: q.put(), lambda: q.get(1), lambda: asyncio.sleep()):
        try:
            call()
        except TypeError as error:
            print(error)


asyncio.run(main())
