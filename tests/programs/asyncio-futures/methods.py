# What futures answer at every stage.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f, f.done(), f.cancelled(), f.get_loop() is loop)
    for m in (f.result, f.exception):
        try:
            m()
        except asyncio.InvalidStateError as e:
            print(e)

    def a(f):
        print('a')

    def b(f):
        print('b')
    for x in (a, b, a):
        f.add_done_callback(x)
    print(f.remove_done_callback(a), f.remove_done_callback(a))
    f.set_result(1)
    try:
        f.set_result(2)
    except asyncio.InvalidStateError as e:
        print('IS', e)
    try:
        f.set_exception(ValueError())
    except asyncio.InvalidStateError as e:
        print('IS', e)
    print(f.cancel(), f.result(), f.exception(), f)
    await asyncio.sleep(0)
    f = loop.create_future()
    f.set_exception(ValueError)
    print(repr(f.exception()), f)
    try:
        f.result()
    except ValueError as e:
        print(type(e))
    f = loop.create_future()
    for bad in (StopIteration(), StopIteration, 5, 'x', None):
        try:
            f.set_exception(bad)
        except TypeError as e:
            print(e)
    print(f.cancel('why'), f, f.cancelled(), f.cancel())
    for m in (f.result, f.exception):
        try:
            m()
        except asyncio.CancelledError as e:
            print('C', e.args)
    f = asyncio.Future()
    t = asyncio.ensure_future(f)
    print(t is f, asyncio.isfuture(f), asyncio.isfuture(5), asyncio.isfuture(asyncio.Future))
    print(asyncio.iscoroutine(main()), asyncio.iscoroutinefunction(main), hash(f) == hash(f), f == f)
    it = f.__await__()
    print(next(it) is f, f._asyncio_future_blocking)
    f.set_result(4)
    try:
        next(it)
    except StopIteration as e:
        print('SI', e.value)
    f = asyncio.Future()
    f.set_result('v')

    async def two():
        return (await f, await f)
    print(await two())
    f = loop.create_future()
    f.set_exception(KeyError('k'))
    for _ in range(2):
        try:
            await f
        except KeyError as e:
            print(e, e.__traceback__ is not None)
    try:
        f.add_done_callback(a, 5)
    except TypeError as e:
        print('TE')
    f = loop.create_future()
    f.set_result([1] * 100)
    print(f)
    f = loop.create_future()
    [f.add_done_callback(a) for _ in range(4)]
    print(str(f).count('main.<locals>.a'), '<2 more>' in str(f))
    f.cancel()
    try:
        asyncio.Future(loop)
    except TypeError as e:
        print('pos')
    del f
    await asyncio.sleep(0)
asyncio.run(main())
