"""asyncio.run cancels what still runs, waits for it, and reports errors raised then."""
import asyncio

async def polite(n):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print('polite', n, 'cancelled')
        await asyncio.sleep(n)
        print('polite', n, 'cleaned')
        raise

async def rude():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print('rude raises')
        raise ValueError('rude')

async def stubborn():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print('stubborn goes on')
    await asyncio.sleep(3)
    print('stubborn done')

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print('handler:', c['message'], repr(c['exception']), c['task'].get_name()))
    for i, c in enumerate((polite(1), stubborn())):
        asyncio.create_task(c, name=f't{i}')
    await asyncio.sleep(1)
    print('main returns')
    return 'value'

async def with_rude():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print('handler:', c['message'], repr(c['exception']), c['task'].get_name()))
    t = asyncio.create_task(rude(), name='rude')
    await asyncio.sleep(1)

print(asyncio.run(main()))
asyncio.run(with_rude())
