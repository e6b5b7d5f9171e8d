# What an exit function raises after the body's exception was stopped has no context of it.
from contextlib import ExitStack

def fail(error):
    raise error

def stop(*details):
    return True

with ExitStack() as outer:
    outer.push(stop)
    with ExitStack() as stack:
        stack.callback(fail, IndexError("last"))
        stack.callback(fail, KeyError("middle"))
        stack.push(lambda *details: print("sees", details[1], "in", details[1].__context__))
        stack.callback(fail, AttributeError("first"))
        stack.push(stop)
        stack.callback(fail, ValueError("stopped"))
        1 / 0

try:
    with ExitStack() as stack:
        stack.callback(fail, IndexError("last"))
        stack.callback(fail, KeyError("middle"))
        stack.push(stop)
        1 / 0
except IndexError as error:
    while error is not None:
        print(repr(error))
        error = error.__context__
