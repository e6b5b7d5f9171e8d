"""What asyncio writes to its logger, as a handler of logging sees it."""
import asyncio
import gc
import logging

class Collect(logging.Handler):
    def emit(self, record):
        first, *rest = record.getMessage().split('\n')
        print(record.name, record.levelname, '|', first.split(' at ')[0])
        for line in rest:
            print('    ', line.split(': ')[0])
        if record.exc_info:
            print('     exc', record.exc_info[0].__name__ if record.exc_info[0] else None)

log = logging.getLogger('asyncio')
log.addHandler(Collect())
log.propagate = False

async def fail():
    raise ValueError('x')

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    t = asyncio.create_task(fail())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del t
    gc.collect()
    f = loop.create_future()
    f.set_exception(KeyError('k'))
    del f
    gc.collect()
    loop.call_exception_handler({'message': 'custom', 'value': 42, 'b': None})
    loop.call_exception_handler({})
    def bad_handler(loop, context):
        raise TypeError('bad handler')
    loop.set_exception_handler(bad_handler)
    loop.call_exception_handler({'message': 'm'})
    loop.set_exception_handler(None)

asyncio.run(main())
