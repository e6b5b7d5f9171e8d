# A Runner before, while and after it has a loop.
import asyncio, contextvars
cv = contextvars.ContextVar('cv', default='d')

async def setcv(x):
    cv.set(x)
    return asyncio.current_task().get_name()

async def getcv():
    return cv.get()
with asyncio.Runner() as r:
    print(r.run(setcv('new')), r.run(getcv()), cv.get())
    ctx = contextvars.copy_context()
    print(r.run(getcv(), context=ctx))
    print(r.get_loop().is_running(), r.get_loop() is r.get_loop())
    try:
        r.run(42)
    except ValueError as e:
        print(e)
    try:
        r.run(asyncio.sleep)
    except ValueError as e:
        print(str(e)[:30])

    async def nested():
        c = getcv()
        try:
            asyncio.run(c)
        except RuntimeError as e:
            print(e)
        try:
            r.run(c)
        except RuntimeError as e:
            print(e)
        c.close()
    r.run(nested())

    async def leave():

        async def bg():
            try:
                await asyncio.sleep(100)
            except asyncio.CancelledError:
                print('bg cancelled')
                raise
        asyncio.create_task(bg())
        await asyncio.sleep(0)

        async def ag():
            try:
                yield 1
            finally:
                print('ag closed')
        global keep
        keep = ag()
        await anext(keep)
    r.run(leave())
    print('leaving')
try:
    r.run(getcv())
except RuntimeError as e:
    print(e)
try:
    r.get_loop()
except RuntimeError as e:
    print(e)
made = []

def factory():
    l = asyncio.new_event_loop()
    made.append(l)
    return l
with asyncio.Runner(debug=True, loop_factory=factory) as r:
    print(r.get_loop().get_debug(), r.get_loop() is made[0])
print(made[0].is_closed())
try:
    asyncio.get_event_loop_policy().get_event_loop()
except RuntimeError as e:
    print(e)
r = asyncio.Runner()
r.close()
r.close()
print('closed twice')

def main2():
    pass
try:
    asyncio.run(main2)
except ValueError as e:
    print(str(e)[:26])
try:
    asyncio.run(None)
except ValueError as e:
    print(e)

async def err():
    raise LookupError('e')
try:
    asyncio.run(err())
except LookupError as e:
    print('L', e)

async def ex():
    raise SystemExit(0)
try:
    asyncio.run(ex())
except SystemExit as e:
    print('SE', e.code)

async def ki():
    raise KeyboardInterrupt
try:
    asyncio.run(ki())
except KeyboardInterrupt:
    print('KI')

async def c():
    raise asyncio.CancelledError('self')
try:
    asyncio.run(c())
except asyncio.CancelledError as e:
    print('C', e.args)
