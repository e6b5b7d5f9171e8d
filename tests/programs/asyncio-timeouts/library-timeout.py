# A timeout as libraries wrote it before there was asyncio.timeout.
import asyncio, enum, warnings
from types import TracebackType

class _State(enum.Enum):
    INIT = 'INIT'
    ENTER = 'ENTER'
    TIMEOUT = 'TIMEOUT'
    EXIT = 'EXIT'

class Timeout:
    __slots__ = ('_deadline', '_loop', '_state', '_timeout_handler', '_task')

    def __init__(self, deadline, loop):
        self._loop = loop
        self._state = _State.INIT
        self._task = None
        self._timeout_handler = None
        if deadline is None:
            self._deadline = None
        else:
            self.update(deadline)

    @property
    def expired(self):
        return self._state == _State.TIMEOUT

    @property
    def deadline(self):
        return self._deadline

    def reject(self):
        if self._state not in (_State.INIT, _State.ENTER):
            raise RuntimeError(f'invalid state {self._state.value}')
        self._reject()

    def _reject(self):
        self._task = None
        if self._timeout_handler is not None:
            self._timeout_handler.cancel()
            self._timeout_handler = None

    def shift(self, delay):
        d = self._deadline
        if d is None:
            raise RuntimeError('cannot shift timeout if deadline is not scheduled')
        self.update(d + delay)

    def update(self, deadline):
        if self._state == _State.EXIT:
            raise RuntimeError('cannot reschedule after exit from context manager')
        if self._state == _State.TIMEOUT:
            raise RuntimeError('cannot reschedule expired timeout')
        if self._timeout_handler is not None:
            self._timeout_handler.cancel()
        self._deadline = deadline
        if self._state != _State.INIT:
            self._reschedule()

    def _reschedule(self):
        d = self._deadline
        if d is None:
            return
        now = self._loop.time()
        if self._timeout_handler is not None:
            self._timeout_handler.cancel()
        self._task = asyncio.current_task()
        if d <= now:
            self._timeout_handler = self._loop.call_soon(self._on_timeout)
        else:
            self._timeout_handler = self._loop.call_at(d, self._on_timeout)

    async def __aenter__(self):
        if self._state != _State.INIT:
            raise RuntimeError(f'invalid state {self._state.value}')
        self._state = _State.ENTER
        self._reschedule()
        return self

    async def __aexit__(self, et, ev, tb):
        if et is asyncio.CancelledError and self._state == _State.TIMEOUT:
            self._task.uncancel()
            self._task = None
            raise asyncio.TimeoutError
        self._state = _State.EXIT
        self._reject()
        return None

    def _on_timeout(self):
        self._task.cancel()
        self._state = _State.TIMEOUT
        self._timeout_handler = None

def timeout(delay):
    loop = asyncio.get_running_loop()
    return Timeout(loop.time() + delay if delay is not None else None, loop)

async def main():
    loop = asyncio.get_running_loop()
    try:
        async with timeout(1) as cm:
            await asyncio.sleep(10)
    except asyncio.TimeoutError as e:
        print('timeout', cm.expired, loop.time(), type(e.__context__).__name__, asyncio.current_task().cancelling())
    async with timeout(1) as cm:
        cm.shift(2)
        await asyncio.sleep(2)
    print(cm.expired, loop.time(), cm.deadline)
    try:
        cm.update(9)
    except RuntimeError as e:
        print(e)
    try:
        async with timeout(0):
            await asyncio.sleep(0)
            print('no')
    except TimeoutError:
        print('t0')
    try:
        async with timeout(-1):
            pass
    except TimeoutError:
        print('never')
    async with timeout(None) as cm:
        await asyncio.sleep(5)

    async def outer():
        async with timeout(10):
            await asyncio.sleep(20)
    t = asyncio.create_task(outer())
    await asyncio.sleep(1)
    t.cancel('mine')
    try:
        await t
    except asyncio.CancelledError as e:
        print('cancelled', e.args)
    async with timeout(1) as a:
        try:
            async with timeout(2):
                await asyncio.sleep(5)
        except asyncio.CancelledError:
            print('outer won')
        print('swallowed', a.expired)
    print(loop.time())
asyncio.run(main())
