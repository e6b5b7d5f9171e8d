"""add_done_callback and remove_done_callback: order, doubles, late ones, contexts."""
import asyncio
import contextvars

var = contextvars.ContextVar('var', default='d')

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    log = []
    def cb(name):
        def callback(fut):
            log.append((name, var.get(), fut is f))
        return callback
    a, b = cb('a'), cb('b')
    f.add_done_callback(a)
    f.add_done_callback(b)
    f.add_done_callback(a)
    print(f.remove_done_callback(b), f.remove_done_callback(b))
    var.set('changed')
    f.add_done_callback(cb('c'))
    ctx = contextvars.copy_context()
    ctx.run(var.set, 'own')
    f.add_done_callback(cb('d'), context=ctx)
    def nested(fut):
        log.append('nested')
        fut.add_done_callback(lambda fut: log.append('added in callback'))
        loop.call_soon(lambda: log.append('soon from callback'))
    f.add_done_callback(nested)
    f.add_done_callback(cb('e'))
    f.set_result(None)
    log.append('set')
    await f
    log.append('awaited a done future: no turn')
    f.add_done_callback(cb('late'))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    for x in log:
        print(x)
    f = loop.create_future()
    cs = [cb(i) for i in range(3)]
    for c in cs * 2:
        f.add_done_callback(c)
    print([f.remove_done_callback(c) for c in cs], len(f._callbacks or ()))

asyncio.run(main())
