# Handles and futures of something that only looks like a loop.
import asyncio
from unittest import mock
loop = mock.Mock()
loop.get_debug = lambda: False
f = asyncio.Future(loop=loop)
print(f.get_loop() is loop, f.done())
f.add_done_callback(print)
f.set_result(3)
print(loop.call_soon.called, loop.call_soon.call_args.args[1] is f)
try:
    asyncio.Future(loop=5)
except AttributeError as e:
    print(e)
h = asyncio.Handle(print, (1, 2), loop)
h._run()
print(h.cancelled())
h.cancel()
print(h.cancelled())
th = asyncio.TimerHandle(10, print, (), loop)
print(th.when(), th < asyncio.TimerHandle(11, print, (), loop), hash(th) == hash(10.0))
th.cancel()
print(loop._timer_handle_cancelled.called)
h = asyncio.Handle(lambda: 1 / 0, (), loop)
h._run()
print(loop.call_exception_handler.call_args.args[0]['exception'].__class__)
