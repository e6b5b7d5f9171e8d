# Attributes and states of generators, coroutines and async generators.
import inspect
import types


def gen(a):
    x = yield a
    yield from inner()


def inner():
    yield 'i'


async def coro():
    await wait()


@types.coroutine
def wait():
    yield 'w'


async def agen():
    yield 1
    await wait()


g = gen(1)
print(g.__name__, g.__qualname__, g.gi_running, g.gi_yieldfrom, g.gi_code.co_name, g.gi_suspended)
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
print(next(g), inspect.getgeneratorstate(g), g.gi_suspended, g.gi_frame.f_locals)
print(g.send('sent'), g.gi_yieldfrom.__name__, g.gi_frame.f_locals, g.gi_frame.f_lineno)
print(list(g), g.gi_frame, inspect.getgeneratorstate(g), g.gi_yieldfrom, g.gi_running)
c = coro()
print(c.__name__, c.cr_running, c.cr_await, c.cr_code.co_name, c.cr_origin, inspect.getcoroutinestate(c))
print(c.send(None), c.cr_await.__name__, inspect.getcoroutinestate(c), c.cr_suspended)
try:
    c.send(1)
except StopIteration as stop:
    print('end', stop.value, c.cr_frame, inspect.getcoroutinestate(c))
a = agen()
print(a.__name__, a.__qualname__, a.ag_running, a.ag_await, a.ag_code.co_name)
step = a.__anext__()
print(type(step).__name__, type(a.asend(1)).__name__)
try:
    step.send(None)
except StopIteration as stop:
    print('yielded', stop.value)
print(type(g), type(c), type(a), type(coro).__name__, type(c.__await__()).__name__)
print(hasattr(c, '__iter__'), hasattr(g, '__await__'), hasattr(a, '__aiter__'), iter(g) is g)
for code in (gen, coro, agen, wait):
    print(code.__name__, hex(code.__code__.co_flags & 0x2a0), inspect.isgeneratorfunction(code), inspect.iscoroutinefunction(code), inspect.isasyncgenfunction(code))
g.__name__, g.__qualname__ = 'renamed', 'Q'
print(repr(g).startswith('<generator object Q at'), g.__name__)
for change in (lambda: setattr(g, '__name__', 1), lambda: setattr(g, 'gi_running', 1), lambda: setattr(g, 'x', 1)):
    try:
        change()
    except Exception as error:
        print(type(error).__name__, error)
