# What tasks answer at every stage.
import asyncio
import io

async def leaf():
    await asyncio.sleep(1)
    return 'leaf'

async def mid():
    return await leaf()

async def main():
    t = asyncio.create_task(mid(), name='T!')
    print(t.get_name(), t.get_coro().__name__, t.done(), t in asyncio.all_tasks(), asyncio.current_task() is t)
    await asyncio.sleep(0)
    print([f.f_code.co_name for f in t.get_stack()], t.get_coro().cr_await.__name__)
    text = io.StringIO()
    t.print_stack(file=text)
    print(text.getvalue().splitlines()[2])
    t.set_name('N')
    print(t.get_name(), t.cancelling(), t.uncancel())
    t.set_name(5)
    print(repr(t.get_name()))
    for m, a in ((t.set_result, 1), (t.set_exception, ValueError())):
        try:
            m(a)
        except RuntimeError as e:
            print(e)
    print(await t, t.result(), t.exception(), t.get_stack())

    async def bad():
        raise OSError('o')
    t = asyncio.create_task(bad())
    try:
        await t
    except OSError:
        pass
    print(t.exception(), [f.f_code.co_name for f in t.get_stack()])
    for x in (5, main, None):
        try:
            asyncio.create_task(x)
        except TypeError as e:
            print(str(e)[:40])
    c = leaf()
    t = asyncio.create_task(c)
    t.cancel()
    await asyncio.gather(t, return_exceptions=True)
    try:
        await c
    except RuntimeError as e:
        print(e)

    def old():
        yield
    try:
        asyncio.ensure_future(old())
    except TypeError as e:
        print('TE', e)
    print(asyncio.current_task(asyncio.get_running_loop()) is asyncio.current_task(), len(asyncio.all_tasks()))
    t = asyncio.create_task(leaf())
    r = repr(t)
    print(r.startswith("<Task pending name='Task-"), 'coro=<leaf()' in r)
    await asyncio.sleep(0)
    print('wait_for=<Future pending cb=[Task.task_wakeup()]>' in repr(t) or repr(t))
    t.cancel()
    print('cancelling' in repr(t))
    await asyncio.gather(t, return_exceptions=True)
    print(repr(t)[:16])

    async def si():
        raise StopIteration(3)
    try:
        await asyncio.create_task(si())
    except RuntimeError as e:
        print(e)

    async def ge():
        raise GeneratorExit
    try:
        await asyncio.create_task(ge())
    except GeneratorExit:
        print('GE')
asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as e:
    print(e)
try:
    asyncio.all_tasks()
except RuntimeError as e:
    print(e)
c = leaf()
try:
    asyncio.create_task(c)
except RuntimeError as e:
    print(e)
c.close()
