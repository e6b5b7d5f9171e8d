"""`ensure_future` closes a coroutine that no closed loop will run."""

import asyncio
import inspect
import warnings


async def work():
    pass


loop = asyncio.new_event_loop()
loop.close()
coroutine = work()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    try:
        asyncio.ensure_future(coroutine, loop=loop)
    except RuntimeError as error:
        print(error, inspect.getcoroutinestate(coroutine))
    del coroutine
    try:
        asyncio.ensure_future(work(), loop=loop)
    except RuntimeError as error:
        print(error)
print([str(warning.message) for warning in caught])
