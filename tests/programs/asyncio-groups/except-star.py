"""except* takes a group apart; what is left goes on."""
import asyncio

async def fail(exc, t=0.1):
    await asyncio.sleep(t)
    raise exc

async def run(*excs):
    async with asyncio.TaskGroup() as tg:
        for e in excs:
            tg.create_task(fail(e))

async def main():
    try:
        await run(ValueError(1), TypeError(2), ValueError(3), KeyError(4))
    except* ValueError as eg:
        print('values', [e.args for e in eg.exceptions])
    except* (TypeError, KeyError) as eg:
        print('others', [type(e).__name__ for e in eg.exceptions])
    try:
        try:
            await run(ValueError('a'), OSError('b'))
        except* ValueError:
            print('handled ValueError')
    except ExceptionGroup as eg:
        print('left', repr(eg))
    try:
        await run(ExceptionGroup('inner', [ValueError('x'), KeyError('y')]), KeyError('z'))
    except* KeyError as eg:
        print(repr(eg))
    except* ValueError as eg:
        print(repr(eg))
    try:
        await run(ValueError('only'))
    except ExceptionGroup as eg:
        match, rest = eg.split(ValueError)
        print(repr(match), rest, eg.subgroup(lambda e: 'only' in str(e)))
        print(eg.message, len(eg.exceptions), eg.derive([TypeError()]))

asyncio.run(main())
