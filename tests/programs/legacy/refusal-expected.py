# What today's Python refuses is refused to programs that expect it.
import asyncio

try:
    asyncio.coroutine
except AttributeError as error:
    print(error)
try:
    from asyncio import coroutine
except ImportError:
    print("no coroutine")


async def nothing():
    return 1


async def main():
    try:
        await asyncio.sleep(0, loop=asyncio.get_running_loop())
    except TypeError as error:
        print(error)
    try:
        asyncio.Lock(loop=asyncio.get_running_loop())
    except TypeError as error:
        print(error)
    coroutine = nothing()
    try:
        await asyncio.wait([coroutine])
    except TypeError as error:
        print(error)
    finally:
        coroutine.close()


asyncio.run(main())
