# Callbacks begin in copies of one context, and see nothing of each other's changes.
import asyncio
import contextvars

v = contextvars.ContextVar("v", default="unset")


def values(handles):
    return [handle._context.get(v) for handle in handles]


def change(tag):
    seen = v.get()
    v.set(tag)
    print(tag, "saw", seen, "and sees", v.get())


def ask(box, first):
    handle = box[0]
    if first:
        print("shown", handle._context.get(v))
        v.set("after asking")
    else:
        v.set("before asking")
    print("now", handle._context.get(v), v.get(), handle._context is handle._context)
    try:
        handle._context.run(print, "never")
    except RuntimeError as error:
        print(type(error).__name__, "cannot enter context" in str(error))
    asyncio.get_running_loop().call_soon(lambda: print("nested", v.get()))


async def main():
    loop = asyncio.get_running_loop()
    v.set("main")
    handles = [loop.call_soon(change, "one"), loop.call_soon(change, "two"), loop.call_later(0.01, change, "three")]
    v.set("changed")
    handles.append(loop.call_soon(change, "four"))
    kept = [handle._context for handle in handles[:2]]
    print(values(handles), kept[0] is kept[1], kept[0] is handles[0]._context)
    await asyncio.sleep(0)
    print(values(handles), [context.get(v) for context in kept])
    await asyncio.sleep(0.02)
    print(values(handles), v.get())
    print(handles[0]._context.run(v.get))
    for first in (True, False):
        box = []
        box.append(loop.call_soon(ask, box, first))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print("afterwards", box[0]._context.get(v), v.get())
        print(box[0]._context.run(v.get))
    given = contextvars.copy_context()
    given.run(v.set, "given")
    handle = loop.call_soon(change, "five", context=given)
    print(handle._context is given)
    await asyncio.sleep(0)
    print(given[v], handle._context is given)
    future = loop.create_future()
    future.add_done_callback(lambda future: change("done"))
    future.add_done_callback(lambda future: change("done too"))
    future.set_result(None)
    await asyncio.sleep(0)
    print(v.get())


asyncio.run(main())
