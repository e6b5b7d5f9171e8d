# Python 3.10 was the last release whose wait took coroutines.
import asyncio


async def phase(number):
    await asyncio.sleep(0.1 * number)
    print("phase", number)
    return number


async def main():
    done, pending = await asyncio.wait([phase(n) for n in (3, 1, 2)])
    print(sorted(task.result() for task in done), pending)
    done, pending = await asyncio.wait(
        {phase(n) for n in (1, 2)}, return_when=asyncio.FIRST_COMPLETED)
    print([task.result() for task in done], len(pending))
    await asyncio.wait(pending)
    done, pending = await asyncio.wait([phase(9)], timeout=0.5)
    print(done, len(pending))
    for task in pending:
        task.cancel()


loop = asyncio.get_event_loop()
loop.run_until_complete(main())
done, _ = loop.run_until_complete(asyncio.wait([phase(2), phase(1)]))
print(sorted(task.result() for task in done))
loop.close()
