# get_stack with odd limits; a task for the loop of another thread, in debug mode; what
# an own loop need not have for a task with a name.
import asyncio
import gc


async def deep(n):
    if n:
        await deep(n - 1)
    raise ValueError


async def stacks():
    task = asyncio.create_task(deep(2), name='deep')
    await asyncio.wait([task])
    for limit in 0, 1, 2, -1, -2, None:
        print([frame.f_lineno for frame in task.get_stack(limit=limit)])
    sleeper = asyncio.create_task(asyncio.sleep(1))
    await asyncio.sleep(0)
    print(len(sleeper.get_stack(limit=0)), len(sleeper.get_stack(limit=-1)))
    task.exception()

asyncio.run(stacks())


async def nothing():
    pass


async def threads():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: None)

    def other():
        for make in loop.create_task, lambda c: asyncio.ensure_future(c, loop=loop):
            coroutine = nothing()
            try:
                make(coroutine)
            except RuntimeError as error:
                print(error)
            coroutine.close()
    await asyncio.to_thread(other)

asyncio.run(threads(), debug=True)


class Kept:
    def __del__(self):
        print('gone')


async def waits(number):
    kept = Kept()
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        print('left', number, kept is not None)

loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: print(context['message'], context['task'].get_name()))
tasks = [loop.create_task(waits(n), name=f'T{n}') for n in range(2)]
loop.call_soon(loop.stop)
loop.run_forever()
del tasks
gc.collect()
print('collected')
loop.close()


class Loop(asyncio.AbstractEventLoop):
    def __init__(self):
        self.queue = []

    def get_debug(self):
        return False

    def is_running(self):
        return True

    def is_closed(self):
        return False

    def create_future(self):
        return asyncio.Future(loop=self)

    def create_task(self, coroutine):
        return asyncio.Task(coroutine, loop=self)

    def call_soon(self, callback, *args, context=None):
        handle = asyncio.Handle(callback, args, self, context)
        self.queue.append(handle)
        return handle

    def call_exception_handler(self, context):
        print(context)

    def run(self, coroutine):
        asyncio._set_running_loop(self)
        try:
            task = self.create_task(coroutine)
            while self.queue:
                self.queue.pop(0)._run()
            return task.result()
        finally:
            asyncio._set_running_loop(None)


async def named():
    task = asyncio.create_task(nothing(), name='by name')
    print(task.get_name(), await task)

Loop().run(named())
