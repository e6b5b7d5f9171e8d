# Cycles through contexts and handles are found, and far timers stay in order.
import asyncio
import contextvars
import gc
import weakref

var = contextvars.ContextVar("var")


class Thing:
    pass


def held_by_its_context():
    thing = Thing()
    thing.context = contextvars.copy_context()
    thing.context.run(var.set, thing)
    return weakref.ref(thing)


def context_in_itself():
    context = contextvars.copy_context()
    probe = Thing()
    context.run(var.set, (context, probe))
    return weakref.ref(probe)


def reset_in_a_context():
    context = contextvars.copy_context()
    probe = Thing()

    def change():
        var.reset(var.set(1))
        var.set([context, probe])

    context.run(change)
    return weakref.ref(probe)


for make in (held_by_its_context, context_in_itself, reset_in_a_context):
    found = make()
    before = found() is None
    gc.collect()
    print(make.__name__, before, found() is None)


async def main():
    loop = asyncio.get_running_loop()
    thing = Thing()
    thing.handle = loop.call_soon(str, thing)
    thing.timer = loop.call_later(0.5, str, thing)
    found = weakref.ref(thing)
    del thing
    await asyncio.sleep(1)
    gc.collect()
    print("handles", found() is None)
    for when in (1.2e10, 9.5e9, 1.1e10, 9.5e9, 3.0, 1.0e10):
        loop.call_at(when, print, "at", when)
    await asyncio.sleep(1.5e10)


asyncio.run(main())
