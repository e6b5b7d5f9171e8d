"""What is reported of exceptions at the end of objects: from where, and
without what they came from."""
import contextlib
import io
import re
import sys
import types
import weakref

HERE = sys._getframe().f_code.co_filename


@types.coroutine
def pause():
    yield 1


async def stubborn():
    try:
        await pause()
    except GeneratorExit:
        await pause()


def stubborn_generator():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def failing_generator():
    try:
        yield 1
    except GeneratorExit:
        1 / 0


class Failing:
    def __del__(self):
        try:
            {}['key']
        except KeyError as error:
            raise ValueError('at the end') from error


class Thing:
    pass


@contextlib.contextmanager
def told():
    stream = io.StringIO()
    with contextlib.redirect_stderr(stream):
        yield
    text = stream.getvalue().replace(HERE, 'HERE')
    print(re.sub('0x[0-9a-f]+', '0x', text))


def in_a_function():
    generator = stubborn_generator()
    next(generator)


with told():
    coroutine = stubborn()
    coroutine.send(None)
    del coroutine

with told():
    generator = stubborn_generator()
    next(generator)
    generator = None

with told():
    in_a_function()

with told():
    generator = failing_generator()
    next(generator)
    del generator

with told():
    Failing()

with told():
    thing = Thing()
    reference = weakref.ref(thing, int)
    del thing


def hook(unraisable):
    print(unraisable.exc_value, unraisable.exc_traceback.tb_lineno,
          unraisable.exc_traceback.tb_next)

sys.unraisablehook = hook
generator = stubborn_generator()
next(generator)
del generator
