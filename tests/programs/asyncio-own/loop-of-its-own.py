# A loop that is a class of the program: futures, tasks and handles go through its call_soon.
import asyncio, heapq, collections
from asyncio import events

class MyLoop(asyncio.AbstractEventLoop):

    def __init__(self):
        self._time = 0
        self._immediate = collections.deque()
        self._scheduled = []
        self._exc = None
        self._running = False

    def get_debug(self):
        return False

    def time(self):
        return self._time

    def run_forever(self):
        self._running = True
        events._set_running_loop(self)
        try:
            while (self._immediate or self._scheduled) and self._running:
                if self._immediate:
                    h = self._immediate.popleft()
                else:
                    h = heapq.heappop(self._scheduled)
                    self._time = h._when
                    h._scheduled = False
                if not h._cancelled:
                    h._run()
                if self._exc is not None:
                    raise self._exc
        finally:
            events._set_running_loop(None)

    def run_until_complete(self, fut):
        f = asyncio.ensure_future(fut, loop=self)
        f.add_done_callback(lambda f: self.stop())
        self.run_forever()
        return f.result()

    def stop(self):
        self._running = False

    def _timer_handle_cancelled(self, handle):
        print('timer cancelled')

    def is_running(self):
        return self._running

    def is_closed(self):
        return not self._running

    def close(self):
        pass

    def call_exception_handler(self, context):
        print('EXC', context['message'].split(' at ')[0], repr(context.get('exception')))

    def call_soon(self, callback, *args, context=None):
        h = asyncio.Handle(callback, args, self, context)
        self._immediate.append(h)
        return h

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self._time + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        h = asyncio.TimerHandle(when, callback, args, self, context)
        heapq.heappush(self._scheduled, h)
        h._scheduled = True
        return h

    def create_task(self, coro, *, name=None):
        return asyncio.Task(coro, loop=self, name=name)

    def create_future(self):
        return asyncio.Future(loop=self)

    async def shutdown_asyncgens(self):
        pass

    async def shutdown_default_executor(self):
        pass

async def child(n, d):
    await asyncio.sleep(d)
    print('child', n, asyncio.get_running_loop().time())
    return n

async def main(loop):
    print(asyncio.get_running_loop() is loop, asyncio.current_task().get_loop() is loop)
    print(await asyncio.gather(child(1, 2), child(2, 1)))
    t = asyncio.create_task(child(3, 5))
    await asyncio.sleep(0)
    print(len(asyncio.all_tasks()), t.get_loop() is loop)
    t.cancel('m')
    try:
        await t
    except asyncio.CancelledError as e:
        print('C', e.args)
    try:
        await asyncio.wait_for(child(4, 10), 1)
    except asyncio.TimeoutError:
        print('TO', loop.time())
    loop.call_soon(lambda: 1 / 0)
    f = loop.create_future()
    f.add_done_callback(lambda f: print('cb', f.result()))
    loop.call_later(1, f.set_result, 'R')
    print(await f)
    f.add_done_callback(lambda f: print('late cb'))
    await asyncio.sleep(0)
    h = loop.call_later(100, print)
    h.cancel()
    print(h.cancelled(), h.when())
    lock = asyncio.Lock()

    async def w(n):
        async with lock:
            await asyncio.sleep(1)
            print('w', n, loop.time())
    async with asyncio.TaskGroup() as tg:
        for i in range(3):
            tg.create_task(w(i))
    try:
        async with asyncio.timeout(2):
            await asyncio.sleep(10)
    except TimeoutError:
        print('T')

    async def bad():
        raise ValueError('b')
    try:
        await asyncio.create_task(bad())
    except ValueError as e:
        print(e)
    q = asyncio.Queue()
    loop.call_later(1, q.put_nowait, 9)
    print(await q.get())
    return 'done'
l = MyLoop()
print(l.run_until_complete(main(l)))

async def other():
    return 5
t = asyncio.Task(other(), loop=l)
print(t.done())
l.run_forever()
print(t.result())
