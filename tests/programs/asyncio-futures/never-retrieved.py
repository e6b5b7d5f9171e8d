"""Errors nobody asks for are reported when the future or task goes."""
import asyncio
import gc

async def fail():
    raise ValueError('unseen')

async def main():
    loop = asyncio.get_running_loop()
    def handler(loop, context):
        print('handler:', context['message'], repr(context.get('exception')), sorted(context))
    loop.set_exception_handler(handler)
    f = loop.create_future()
    f.set_exception(KeyError('f'))
    print(f._log_traceback)
    del f
    gc.collect()
    t = asyncio.create_task(fail(), name='failing')
    await asyncio.sleep(0)
    print('done', t.done())
    del t
    await asyncio.sleep(0)
    gc.collect()
    t = asyncio.create_task(fail())
    await asyncio.sleep(0)
    t.exception()
    del t
    gc.collect()
    print('seen ones are not reported')
    f = loop.create_future()
    f.set_exception(KeyError('g'))
    await asyncio.wait([f])
    del f
    gc.collect()
    await asyncio.sleep(0)
    print('wait does not look at errors')
    t = asyncio.create_task(fail())
    await asyncio.gather(t, return_exceptions=True)
    del t
    gc.collect()
    print('gather does')

asyncio.run(main())
