# A program that is cancelled at each of its awaits.
import asyncio
# cancellation at every await point
async def work(log):
    log.append('start')
    try:
        await asyncio.sleep(1); log.append(1)
        async with asyncio.Lock(): 
            await asyncio.sleep(1); log.append(2)
        try:
            async with asyncio.timeout(5):
                await asyncio.sleep(1); log.append(3)
        finally:
            await asyncio.sleep(1); log.append(4)
        await asyncio.gather(asyncio.sleep(1), asyncio.sleep(.5)); log.append(5)
        await asyncio.wait_for(asyncio.sleep(1), 3); log.append(6)
        await asyncio.shield(asyncio.sleep(1)); log.append(7)
        async with asyncio.TaskGroup() as tg:
            tg.create_task(asyncio.sleep(1)); await asyncio.sleep(.5); log.append(8)
        log.append(9)
        await asyncio.wait([asyncio.ensure_future(asyncio.sleep(1))]); log.append(10)
        q = asyncio.Queue(1); await q.put(1)
        try: await asyncio.wait_for(q.put(2), 1)
        except TimeoutError: log.append('TE')
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            log.append('swallowed')
        await asyncio.sleep(1)
        log.append('last')
        return 'done'
    except asyncio.CancelledError as e:
        log.append(('C', e.args, e.__context__)); raise
    finally:
        log.append('fin')
async def main():
    loop = asyncio.get_running_loop()
    for k in range(0, 32):
        log = []
        t = asyncio.create_task(work(log), name='w')
        start = loop.time()
        h = loop.call_later(k*.4, t.cancel, 'at %d' % k)
        try: r = await t
        except BaseException as e: r = repr(e)
        print(k, round(loop.time()-start, 2), r, log, t.cancelling(), t.cancelled(), len(asyncio.all_tasks()))
        h.cancel()
        await asyncio.sleep(20)
asyncio.run(main())
