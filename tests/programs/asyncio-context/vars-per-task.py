"""Context variables: each task has a copy, callbacks have theirs."""
import asyncio
import contextvars

var = contextvars.ContextVar('var', default='default')
other = contextvars.ContextVar('other')

async def child(name, log):
    log.append((name, 'start', var.get()))
    var.set(name)
    await asyncio.sleep(0)
    log.append((name, 'end', var.get()))

async def awaited(log):
    var.set('set by awaited')
    log.append(('awaited', var.get()))

async def main():
    loop = asyncio.get_running_loop()
    log = []
    var.set('main')
    await asyncio.gather(child('a', log), child('b', log))
    print(log, var.get())
    log.clear()
    await awaited(log)
    print(log, var.get())
    log.clear()
    t = asyncio.create_task(child('t', log))
    var.set('too late for t')
    await t
    print(log)
    log.clear()
    def cb(name): log.append((name, var.get()))
    loop.call_soon(cb, 'soon')
    loop.call_later(0.1, cb, 'later')
    ctx = contextvars.copy_context()
    ctx.run(var.set, 'in ctx')
    loop.call_soon(cb, 'ctx', )
    loop.call_soon(cb, 'with ctx')
    loop.call_soon(lambda: cb('lambda'), context=ctx)
    var.set('after')
    await asyncio.sleep(0.2)
    print(log)
    try:
        other.get()
    except LookupError as e:
        print(repr(e).split(' at 0x')[0])
    print(other.get('given'), t.get_context()[var] if hasattr(t, 'get_context') else 't')
    async def with_context():
        var.set('changed in ctx')
    await asyncio.create_task(with_context(), context=ctx)
    print(ctx[var], var.get())
    tok = var.set('temp')
    var.reset(tok)
    print(var.get(), tok.old_value, tok.var is var)
    try:
        var.reset(tok)
    except RuntimeError as e:
        print(str(e).split(' at 0x')[0].split('<')[-1])

asyncio.run(main())
print(var.get())
