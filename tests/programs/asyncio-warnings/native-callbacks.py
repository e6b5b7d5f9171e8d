"""Reports of callbacks that fail without a frame of the program's own."""
import asyncio
import contextlib
import functools
import io

loop = asyncio.new_event_loop()


def bad():
    1 / 0


def run(*callbacks):
    for callback in callbacks:
        loop.call_soon(*callback)
    loop.call_soon(loop.stop)
    loop.run_forever()


stream = io.StringIO()
with contextlib.redirect_stderr(stream):
    run((int, 'x'), (len, 3), (functools.partial(int, 'y'),), ([].pop,))
    run(({}.__getitem__, 'key'))
for line in stream.getvalue().splitlines():
    if not line.startswith('  '):
        print(line)


def handler(loop, context):
    error = context['exception']
    print(context['message'], '|', repr(error), error.__traceback__ is not None)

loop.set_exception_handler(handler)
run((int, 'x'), (ord, 'xy'))


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    asyncio.get_running_loop().call_soon(int, 'z')
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(int)
    future.set_result(1)
    await asyncio.sleep(0)
    await asyncio.sleep(0)

asyncio.run(main())
loop.close()
