"""reschedule moves the deadline: later, earlier, to never, into the past."""
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(1) as cm:
        print(cm, cm.when(), cm.expired())
        cm.reschedule(loop.time() + 5)
        print(cm)
        await asyncio.sleep(3)
    print(cm, loop.time())
    try:
        async with asyncio.timeout(None) as cm:
            print(cm, cm.when())
            cm.reschedule(loop.time() + 2)
            await asyncio.sleep(10)
    except TimeoutError as e:
        print('expired', repr(e), repr(e.__cause__), loop.time(), cm)
    try:
        async with asyncio.timeout(10) as cm:
            cm.reschedule(loop.time() - 1)
            print('not yet', cm.expired())
            await asyncio.sleep(10)
    except TimeoutError:
        print('past', loop.time())
    async with asyncio.timeout(1) as cm:
        cm.reschedule(None)
        await asyncio.sleep(3)
    print('never', loop.time(), cm)
    for state in ('created', 'finished'):
        cm = asyncio.timeout(1)
        if state == 'finished':
            async with cm:
                pass
        try:
            cm.reschedule(1)
        except RuntimeError as e:
            print(e)
        try:
            async with cm:
                print('body')
        except RuntimeError as e:
            print(e)

asyncio.run(main())
