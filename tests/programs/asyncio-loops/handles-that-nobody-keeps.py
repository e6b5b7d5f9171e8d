"""`call_soon` as a statement: the program drops the handle at once."""
import asyncio
import contextvars
import gc

var = contextvars.ContextVar("var", default="none")


def show(*args):
    print("show", args, var.get())


def change(value):
    var.set(value)
    print("changed to", var.get())


def fail(what):
    raise ValueError(what)


class Callable:
    def __call__(self, *args):
        print("called", args)

    def method(self, *args):
        print("method", args)

    def __del__(self):
        print("gone")


class Dropped:
    def __del__(self):
        print("argument gone")


def told(loop, context):
    handle = context["handle"]
    print(context["message"].partition(" at ")[0])
    print(type(handle).__name__, handle.cancelled(), repr(context["exception"]))
    print(handle._callback, handle._args)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(told)
    loop.call_soon(show)
    loop.call_soon(show, 1, 2, 3)
    var.set("outer")
    loop.call_soon(show, "after")
    loop.call_soon(change, "inner")
    loop.call_soon(show, "still")
    await asyncio.sleep(0)
    print(var.get())

    loop.call_soon(print, "a builtin")
    loop.call_soon(Callable(), 4)
    loop.call_soon(Callable().method, 5)
    loop.call_soon(show, Dropped())
    await asyncio.sleep(0)
    print("a turn later")
    gc.collect()

    # The handle is kept in one way or another.
    kept = loop.call_soon(show, "kept")
    kept.cancel()
    both = [loop.call_soon(show, "first"), loop.call_soon(show, "second")]
    both[0].cancel()
    print(loop.call_soon(show, "shown").cancelled())
    list(map(loop.call_soon, [show]))
    for handle in map(loop.call_soon, [show], ["cancelled"]):
        handle.cancel()
    loop.call_soon(show, "by method").cancel()
    [loop.call_soon(show, n) for n in range(2)]
    loop.call_soon(show, "or") or print("not printed")
    await asyncio.sleep(0)

    # A call that schedules calls; a handle of a handle.
    loop.call_soon(loop.call_soon, show, "in two turns")
    await asyncio.sleep(0)
    print("one turn")
    await asyncio.sleep(0)

    loop.call_soon(fail, "told of")
    loop.call_soon(fail)
    future = loop.create_future()
    loop.call_soon(future.set_result, 6)
    loop.call_soon(future.set_result, 7)
    print(await future)
    await asyncio.sleep(0)

    try:
        loop.call_soon()
    except TypeError as error:
        print("TypeError")
    loop.call_soon(show, context=contextvars.copy_context())
    await asyncio.sleep(0)
    loop.call_soon(loop.stop)
    loop.call_soon(show, "after stop")
    print(len(loop._ready))
    print(loop._ready[-1]._args)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.call_soon(show, "before the run")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
