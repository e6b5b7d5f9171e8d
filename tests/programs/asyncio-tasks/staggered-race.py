"""Alternatives that start one after the other (`asyncio.staggered`)."""

import asyncio
from asyncio.staggered import staggered_race
from functools import partial


async def attempt(name, seconds, works):
    loop = asyncio.get_running_loop()
    print(f'{loop.time() - start:.1f} {name} starts')
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(f'{loop.time() - start:.1f} {name} is cancelled')
        raise
    if not works:
        raise ValueError(name)
    print(f'{loop.time() - start:.1f} {name} wins')
    return name


async def race(delay, *attempts):
    global start
    start = asyncio.get_running_loop().time()
    print(delay, await staggered_race([partial(attempt, *one) for one in attempts],
                                      delay))


async def main():
    await race(None, ('a', 1, False), ('b', 1, True), ('c', 1, True))
    await race(0.2, ('a', 1, False), ('b', 5, True), ('c', 0.1, True))
    await race(0.2, ('a', 1, False), ('b', 0.3, False))
    await race(0.2, ('a', 0.1, True), ('b', 0.3, False))
    await race(0.2)
    try:
        async with asyncio.timeout(0.3):
            await race(0.2, ('a', 1, True), ('b', 1, True), ('c', 1, True))
    except TimeoutError:
        print('too slow', len(asyncio.all_tasks()))


asyncio.run(main())
