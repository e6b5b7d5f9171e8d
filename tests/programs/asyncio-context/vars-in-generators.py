"""Context variables in async generators, timeouts and request handlers."""
import asyncio
import contextvars
import itertools

request_id = contextvars.ContextVar('request_id')
counter = itertools.count(1)

def log(text):
    print(f'[{request_id.get("-")}] {text}')

async def db_query(sql):
    log(f'query {sql}')
    await asyncio.sleep(0.1)
    log('query done')
    return sql.upper()

async def handle(name):
    request_id.set(f'{name}-{next(counter)}')
    log('begin')
    async with asyncio.timeout(1):
        r = await db_query(f'select {name}')
    await asyncio.gather(db_query('one'), db_query('two'))
    log('end')
    return r

async def agen():
    log('agen start')
    request_id.set('set in agen')
    yield 1
    log('agen resumed')
    yield 2

async def main():
    log('main')
    print(await asyncio.gather(handle('a'), handle('b')))
    log('main again')
    async for x in agen():
        log(f'main got {x}')
        request_id.set(f'main{x}')
    ctx = contextvars.copy_context()
    print([(v.name, ctx[v]) for v in ctx], len(ctx), request_id in ctx)
    def change():
        request_id.set('changed')
        return contextvars.copy_context()
    inner = ctx.run(change)
    print(ctx[request_id], inner[request_id], request_id.get())
    try:
        ctx.run(ctx.run, print)
    except RuntimeError as e:
        print(str(e).split(':')[0])

asyncio.run(main())
