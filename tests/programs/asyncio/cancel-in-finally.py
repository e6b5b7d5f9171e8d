import asyncio

async def worker(log):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        log.append(('caught', e.args))
        await asyncio.sleep(1)
        log.append('cleaned')
        raise
    finally:
        log.append('finally')

async def swallow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        pass
    return 'swallowed'

async def nested(depth):
    if depth:
        return await asyncio.create_task(nested(depth - 1), name=f'n{depth}')
    await asyncio.sleep(10)

async def main():
    loop = asyncio.get_running_loop()
    log = []
    t = asyncio.create_task(worker(log))
    await asyncio.sleep(0)
    print(t.cancel('stop'), t.cancelling(), t.uncancel(), t.cancelling())
    try:
        await t
    except asyncio.CancelledError as e:
        print('main', e.args, loop.time())
    print(log, t.cancelled(), t.cancel())
    t = asyncio.create_task(swallow())
    await asyncio.sleep(0)
    t.cancel()
    print(await t, t.cancelled(), t.cancelling())
    t = asyncio.create_task(nested(5))
    await asyncio.sleep(1)
    t.cancel('deep')
    try:
        await t
    except asyncio.CancelledError as e:
        print('deep', e.args)
    print(sorted(x.get_name() for x in asyncio.all_tasks()))
    t = asyncio.create_task(swallow())
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('never started')
    async def self_cancel():
        asyncio.current_task().cancel()
        return 5
    t = asyncio.create_task(self_cancel())
    try:
        await t
    except asyncio.CancelledError as e:
        print('result lost', t)
    async def twice():
        for i in range(2):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                print('hit', i)
        return 'ok'
    t = asyncio.create_task(twice())
    await asyncio.sleep(0)
    t.cancel(); t.cancel()
    await asyncio.sleep(1)
    t.cancel()
    print(await t, t.cancelling())

asyncio.run(main())
