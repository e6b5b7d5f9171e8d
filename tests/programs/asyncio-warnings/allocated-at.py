"""Where the object of a warning was made, as tracemalloc tells it."""
import asyncio
import contextlib
import io
import sys
import tracemalloc
import warnings

HERE = sys._getframe().f_code.co_filename


async def f():
    pass


def maker():
    return f()


class Thing:
    pass


@contextlib.contextmanager
def told(title):
    stream = io.StringIO()
    with contextlib.redirect_stderr(stream):
        yield
    print('--', title)
    print(stream.getvalue().replace(HERE, 'HERE'), end='')


warnings.simplefilter('always')

with told('tracing is off'):
    f()
    maker()
    warnings.warn('without source', source=None)
    thing = Thing()
    warnings.warn('with source', source=thing)

with told('shown by hand'):
    warnings.showwarning('m', UserWarning, HERE, 3)
    print(warnings.formatwarning('m', UserWarning, HERE, 3), file=sys.stderr)

with told('collected'):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        f()
    print(caught[0].message, type(caught[0].source).__name__)
    warnings._showwarnmsg(caught[0])

with told('one frame'):
    tracemalloc.start()
    f()
    maker()
    warnings.warn('untraced', source=thing)
    coroutine = maker()
    print(str(tracemalloc.get_object_traceback(coroutine)).replace(HERE, 'HERE'))
    coroutine.close()
    tracemalloc.stop()

with told('more frames'):
    tracemalloc.start(2)
    maker()
    coroutine = maker()
    found = tracemalloc.get_object_traceback(coroutine)
    for frame in found:
        print(frame.filename == HERE, frame.lineno)
    print(len(found), found.total_nframe)
    print([line.replace(HERE, 'HERE') for line in found.format()])
    coroutine.close()
    print(tracemalloc.get_object_traceback(3))

with told('with origin'):
    sys.set_coroutine_origin_tracking_depth(2)
    maker()
    sys.set_coroutine_origin_tracking_depth(0)


async def main():
    maker()
    await asyncio.sleep(0)
    await maker()

with told('in a task'):
    asyncio.run(main())


def numbers():
    yield 1

with told('forgotten'):
    generator = numbers()
    print(tracemalloc.get_object_traceback(generator) is not None)
    tracemalloc.clear_traces()
    print(tracemalloc.get_object_traceback(generator))
    generator = numbers()
    pending = maker()
    tracemalloc.stop()
    print(tracemalloc.get_object_traceback(generator))
    del pending
    tracemalloc.start()
    print(tracemalloc.get_object_traceback(generator))
    tracemalloc.stop()

with told('own format'):
    plain = warnings.formatwarning
    warnings.formatwarning = lambda *args: f'own {args[0]} {len(args)}\n'
    f()
    warnings.formatwarning = plain


def shown(message, category, filename, lineno, file=None, line=None):
    print('own', message, category.__name__, file, line)

with told('own function'):
    plain = warnings.showwarning
    warnings.showwarning = shown
    f()
    warnings.showwarning = plain
    f()
