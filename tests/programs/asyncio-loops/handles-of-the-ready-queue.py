"""What `_ready` shows of handles that the program did not keep, what an exception handler is told of
them, and when what they hold is gone."""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="none")


class Held:
    def __init__(self, name):
        self.name = name

    def __call__(self, *args):
        pass

    def __del__(self):
        print("gone:", self.name)


def fail(*args):
    var.set("changed")
    raise ValueError("failed")


def pass_by(*args):
    pass


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "cancelled by who found it")
    loop.call_soon(print, "left alone")
    found = loop._ready[-2]
    print(found is loop._ready[-2], found in loop._ready, found._args)
    found.cancel()
    for handle in list(loop._ready):
        print(handle.cancelled())
    await asyncio.sleep(0)

    loop.set_exception_handler(
        lambda loop, context: print("told", context["handle"]._context.get(var)))
    loop.call_soon(fail)
    future = loop.create_future()
    future.add_done_callback(fail)
    future.set_result(None)
    await asyncio.sleep(0)
    print(var.get())

    loop.call_soon(pass_by, Held("an argument"))
    loop.call_soon(print, "the next")
    loop.call_soon(Held("a callback"), Held("its argument"))
    loop.call_soon(print, "the last")
    await asyncio.sleep(0)
    kept = loop.call_soon(Held("a kept callback"), Held("its kept argument"))
    await asyncio.sleep(0)
    print("a turn later")
    del kept
    print("without the handle")

    # A loop inside of a callback.
    def nested():
        var.set("outer")
        asyncio._set_running_loop(None)
        inner = asyncio.new_event_loop()
        inner.call_soon(lambda: var.set("inner"))
        inner.call_soon(inner.stop)
        inner.run_forever()
        inner.close()
        asyncio._set_running_loop(loop)
        raise ValueError

    handle = loop.call_soon(nested)
    await asyncio.sleep(0)
    print(handle._context.get(var), var.get())


asyncio.run(main())
