"""A future look-alike with _asyncio_future_blocking can be awaited by a task."""
import asyncio

class MiniFuture:
    _asyncio_future_blocking = False
    def __init__(self, loop):
        self._loop = loop
        self.callbacks = []
        self.value = self.error = None
        self.ready = False
    def get_loop(self): return self._loop
    def add_done_callback(self, fn, *, context=None):
        print('callback added', type(fn).__name__)
        self.callbacks.append((fn, context))
    def cancel(self, msg=None):
        print('cancel asked', msg)
        self.finish(error=asyncio.CancelledError(msg))
        return True
    def finish(self, value=None, error=None):
        self.value, self.error, self.ready = value, error, True
        for fn, ctx in self.callbacks:
            self._loop.call_soon(fn, self, context=ctx)
    def result(self):
        if self.error:
            raise self.error
        return self.value
    def __await__(self):
        if not self.ready:
            self._asyncio_future_blocking = True
            yield self
        return self.result()

async def wait(f, log):
    try:
        log.append(await f)
    except BaseException as e:
        log.append(repr(e))
        raise

async def main():
    loop = asyncio.get_running_loop()
    log = []
    f = MiniFuture(loop)
    t = asyncio.create_task(wait(f, log))
    loop.call_later(1, f.finish, 'value')
    await t
    f = MiniFuture(loop)
    t = asyncio.create_task(wait(f, log))
    loop.call_later(1, f.finish, None, ValueError('v'))
    await asyncio.wait([t])
    print(repr(t.exception()))
    f = MiniFuture(loop)
    t = asyncio.create_task(wait(f, log))
    await asyncio.sleep(1)
    t.cancel('please')
    await asyncio.wait([t])
    print(t.cancelled(), asyncio.isfuture(f))
    f = MiniFuture(asyncio.new_event_loop())
    t = asyncio.create_task(wait(f, log))
    await asyncio.wait([t])
    print(str(t.exception()).split('> ')[-1])
    print(log[:-1])

asyncio.run(main())
