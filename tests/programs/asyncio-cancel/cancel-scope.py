# A cancel scope that looks at private parts of tasks.
import asyncio, math
from contextlib import contextmanager

class CancelScope:

    def __init__(self, deadline=math.inf, shield=False):
        self._deadline = deadline
        self.cancel_called = False
        self.cancelled_caught = False
        self._tasks = set()
        self._handle = None
        self._cancel_handle = None

    def __enter__(self):
        self._host = asyncio.current_task()
        self._tasks.add(self._host)
        self._timeout()
        return self

    def _timeout(self):
        if self._deadline != math.inf:
            loop = asyncio.get_running_loop()
            if loop.time() >= self._deadline:
                self.cancel()
            else:
                self._handle = loop.call_at(self._deadline, self._timeout)

    def cancel(self):
        if not self.cancel_called:
            self.cancel_called = True
            if self._handle:
                self._handle.cancel()
                self._handle = None
            self._deliver()

    def _deliver(self):
        retry = False
        for t in self._tasks:
            if t._must_cancel:
                continue
            retry = True
            if t is not asyncio.current_task():
                w = t._fut_waiter
                if not isinstance(w, asyncio.Future) or not w.done():
                    t.cancel(f'Cancelled by cancel scope')
        if retry:
            self._cancel_handle = asyncio.get_running_loop().call_soon(self._deliver)
        else:
            self._cancel_handle = None

    def __exit__(self, et, ev, tb):
        if self._handle:
            self._handle.cancel()
        self._tasks.discard(self._host)
        if self._cancel_handle:
            self._cancel_handle.cancel()
        if self.cancel_called and et is not None and issubclass(et, asyncio.CancelledError):
            while self._host.cancelling():
                self._host.uncancel()
            self.cancelled_caught = True
            return True

async def main():
    loop = asyncio.get_running_loop()
    with CancelScope(loop.time() + 1) as s:
        await asyncio.sleep(3)
    print(s.cancelled_caught, loop.time(), asyncio.current_task().cancelling())
    with CancelScope() as s:
        loop.call_later(0.5, s.cancel)
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as e:
            print('first', e.args)
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError as e:
                print('again', e.args, loop.time())
                raise
    print(s.cancelled_caught)
    with CancelScope() as s:
        s.cancel()
        print('not yet')
        await asyncio.sleep(0)
        print('still?')
    print(s.cancelled_caught)
asyncio.run(main())
