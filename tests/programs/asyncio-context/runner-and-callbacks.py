# Runner and context variables.
import asyncio, contextvars
v = contextvars.ContextVar('v', default='d')
async def set_(x): 
    v.set(x); await asyncio.sleep(0); return v.get()
with asyncio.Runner() as r:
    print(r.run(set_('a')), v.get())
    print(r.get_loop().is_running())
    async def get(): return v.get()
    print(r.run(get()))
    ctx = contextvars.copy_context()
    ctx.run(v.set, 'ctx')
    print(r.run(get(), context=ctx), r.run(set_('b'), context=ctx), ctx[v], r.run(get()))
    try: r.run(3)
    except ValueError as e: print(e)
    async def nest():
        try: asyncio.run(get2 := get())
        except RuntimeError as e: print(e); get2.close()
        try: r.run(get3 := get())
        except RuntimeError as e: print(e); get3.close()
    r.run(nest())
    async def left():
        asyncio.create_task(back(), name='back'); await asyncio.sleep(0)
    async def back():
        try: await asyncio.sleep(10)
        except asyncio.CancelledError: print('back cancelled'); raise
    r.run(left())
    print(asyncio.all_tasks(r.get_loop()))
    async def agleft():
        global g
        async def ag():
            try: yield 1
            finally: print('ag closed', v.get())
        g = ag(); await g.__anext__()
    r.run(agleft())
try: r.run(g2 := get())
except RuntimeError as e: print(e); g2.close()
try: r.get_loop()
except RuntimeError as e: print(e)
r.close()
made = []
def factory():
    l = asyncio.new_event_loop(); made.append(l); return l
with asyncio.Runner(debug=True, loop_factory=factory) as r:
    print(r.get_loop() is made[0], r.get_loop().get_debug())
r2 = asyncio.Runner(); r2.close(); 
with asyncio.Runner() as r3:
    async def c(): asyncio.current_task().cancel(); await asyncio.sleep(0)
    try: r3.run(c())
    except asyncio.CancelledError as e: print('cancelled', e.args)
    async def callbacks():
        loop = asyncio.get_running_loop()
        v.set('outer'); loop.call_soon(lambda: (print('cs', v.get()), v.set('in cb')))
        loop.call_soon(lambda: print('cs2', v.get()))
        c2 = contextvars.copy_context(); c2.run(v.set, 'c2')
        loop.call_soon(lambda: print('c2', v.get()), context=c2)
        loop.call_later(.1, lambda: print('later', v.get()), )
        f = loop.create_future(); f.add_done_callback(lambda f: print('done', v.get()), context=c2); f.add_done_callback(lambda f: print('done', v.get())); f.set_result(1)
        t = asyncio.create_task(set_('task'), context=c2); print(await t, c2[v], t.get_context() is c2 if hasattr(t,'get_context') else True)
        print(await asyncio.to_thread(v.get))
        def thr(): v.set('thr'); return v.get()
        print(await asyncio.to_thread(thr), v.get())
        print(await loop.run_in_executor(None, v.get))
        print(await asyncio.gather(set_(1), set_(2), get()))
        print(await asyncio.wait_for(set_('wf'), 1), v.get())
        await asyncio.sleep(.2)
    r3.run(callbacks())
