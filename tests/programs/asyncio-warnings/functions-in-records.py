"""Records of asyncio's logger name the function that reports."""
import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, format='%(name)s %(levelname)s %(funcName)s: %(message)s')


class Short(logging.Filter):
    def filter(self, record):
        record.msg, record.args, record.exc_info = record.getMessage().split('\n')[0], None, None
        return True


logging.getLogger('asyncio').addFilter(Short())


async def bad():
    raise ValueError('lost')


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(bad())
    await asyncio.sleep(0)
    del task
    loop.call_soon(max, 1)
    await asyncio.sleep(0)
    loop.set_exception_handler(lambda loop, context: 1 / 0)
    loop.call_exception_handler({'message': 'by hand'})


asyncio.run(main())
