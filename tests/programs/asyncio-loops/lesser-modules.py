"""Modules of asyncio that programs import for one or two names."""

import asyncio
import functools
import asyncio.base_futures
import asyncio.constants
import asyncio.format_helpers as helpers
from asyncio.selector_events import BaseSelectorEventLoop


def f():
    pass


def place(text):
    return text.partition(' at ')[0], text.rpartition(':')[2]


print(asyncio.constants.DEBUG_STACK_DEPTH, asyncio.constants.ACCEPT_RETRY_DELAY,
      asyncio.constants._SendfileMode.FALLBACK)
print(place(helpers._format_callback_source(f, (1, 'a'))))
partial = functools.partial(f, 2, a='x')
print(place(helpers._format_callback_source(partial, (1,))))
print(helpers._format_callback_source(print, ()))
print(helpers._get_function_source(f)[1], helpers._get_function_source(print))
print(helpers._format_args_and_kwargs((1, 'a'), {'k': 2}))
print(helpers.extract_stack()[-1].name,
      len(helpers.extract_stack(limit=1)))


async def main():
    loop = asyncio.get_running_loop()
    print(isinstance(loop, BaseSelectorEventLoop),
          asyncio.base_futures.isfuture(loop.create_future()),
          asyncio.base_futures.isfuture(3))


asyncio.run(main())
