# Futures and tasks that only hold each other are collected.
import asyncio
import gc
import weakref


class Box:
    pass


async def forever(box):
    box.task = asyncio.current_task()
    await box.future


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context['message']))
    box = Box()
    box.future = loop.create_future()
    task = loop.create_task(forever(box))
    await asyncio.sleep(0)
    ref = weakref.ref(box)
    del box, task
    print('alive', ref() is not None)
    gc.collect()
    print('alive', ref() is not None)

    failed = Box()
    failed.future = loop.create_future()
    failed.future.set_exception(ValueError('lost'))
    failed.future.box = failed
    del failed
    print('collect')
    gc.collect()

    async def agen():
        try:
            me = yield 1
            yield me
        finally:
            print('agen ends')

    g = agen()
    await g.__anext__()
    await g.asend(g)
    del g
    gc.collect()
    await asyncio.sleep(0)
    print('done')


asyncio.run(main())
