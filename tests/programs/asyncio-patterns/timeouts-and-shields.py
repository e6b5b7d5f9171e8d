# A tour, as tutorials give it: timeouts and shields.
import asyncio
async def slow():
    try: await asyncio.sleep(5)
    except asyncio.CancelledError as e: print('cancelled', e.args); raise
    finally: print('fin')
async def main():
    try: await asyncio.wait_for(slow(), 1)
    except asyncio.TimeoutError as e: print(repr(e), repr(e.__cause__))
    try:
        async with asyncio.timeout(1) as cm: await slow()
    except TimeoutError: print(cm.expired(), cm)
    t = asyncio.create_task(slow()); await asyncio.sleep(0); t.cancel('msg')
    try: await t
    except asyncio.CancelledError as e: print('outer', e)
    s = asyncio.shield(slow())
    try: await asyncio.wait_for(s, 0.5)
    except TimeoutError: print('shield timeout')
    await asyncio.sleep(6)
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(i, i)) for i in (3, 1, 2)], timeout=2, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending)); [p.cancel() for p in pending]
    for c in asyncio.as_completed([asyncio.sleep(2, 'b'), asyncio.sleep(1, 'a')]): print(await c)
    print(asyncio.current_task().uncancel(), asyncio.current_task().cancelling())
    raise RuntimeError('end') from KeyError('k')
asyncio.run(main())
