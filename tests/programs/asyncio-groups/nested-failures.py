"""A failure in an inner group comes out as a group within a group."""
import asyncio

async def fail(t, exc):
    await asyncio.sleep(t)
    raise exc

async def steady(name, log):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log.append(f'{name} cancelled')
        raise

def show(e, indent=0):
    print(' ' * indent + repr(e) if not isinstance(e, BaseExceptionGroup) else ' ' * indent + type(e).__name__ + ': ' + str(e))
    for sub in getattr(e, 'exceptions', ()):
        show(sub, indent + 2)

async def inner(log):
    async with asyncio.TaskGroup() as tg:
        tg.create_task(steady('inner steady', log))
        tg.create_task(fail(1, ValueError('v')))
        tg.create_task(fail(1, TypeError('t')))

async def main():
    log = []
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(steady('outer steady', log))
            tg.create_task(inner(log))
            tg.create_task(fail(1, KeyError('k')))
    except BaseExceptionGroup as e:
        show(e)
        print(repr(e.__context__), repr(e.__cause__), e.__suppress_context__)
    print(log)
    try:
        async with asyncio.TaskGroup() as a:
            async with asyncio.TaskGroup() as b:
                a.create_task(fail(1, ValueError('a')))
                b.create_task(fail(2, ValueError('b')))
                b.create_task(steady('b steady', log))
    except* ValueError as e:
        show(e)
    print(log[-1], asyncio.current_task().cancelling())

asyncio.run(main())
