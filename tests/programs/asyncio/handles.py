import asyncio, functools

def show(*a):
    print(*a)

async def main():
    loop = asyncio.get_running_loop()
    h = loop.call_later(1, show, 'one')
    h2 = loop.call_later(1, show, 'two')
    h3 = loop.call_at(loop.time() + 0.5, show, 'half')
    h2.cancel()
    print(h2.cancelled(), h.when(), h3 < h, h2)
    soon = loop.call_soon(show, 'soon')
    loop.call_soon(soon.cancel)
    never = loop.call_soon(show, 'never')
    never.cancel()
    await asyncio.sleep(2)
    def boom():
        raise ZeroDivisionError('boom')
    loop.set_exception_handler(lambda loop, ctx: print('handler', ctx['message'].split(' at ')[0], repr(ctx['exception'])))
    loop.call_soon(boom)
    f = loop.create_future()
    f.add_done_callback(lambda f: boom())
    f.set_result(1)
    await asyncio.sleep(0)
    loop.call_soon(loop.call_soon, show, 'nested')
    await asyncio.sleep(0); print('a'); await asyncio.sleep(0); print('b')
    print(loop.time(), loop.is_running(), loop.get_debug())
    try:
        loop.run_until_complete(f)
    except RuntimeError as e:
        print(e)
    try:
        asyncio.run(main())
    except RuntimeError as e:
        print(e)

m = main()
asyncio.run(m)
loop = asyncio.new_event_loop()
loop.call_soon(loop.stop); loop.call_later(3, show, 'later'); loop.run_forever()
print('stopped', loop.time())
loop.call_later(5, loop.stop); loop.run_forever(); print(loop.time())
loop.close()
for call in (lambda: loop.call_soon(show), lambda: loop.run_forever(), lambda: loop.create_task(main())):
    try:
        call()
    except RuntimeError as e:
        print(e)
