# contextlib: contextmanager, suppress, closing, redirect_stdout, nullcontext, chdir-free helpers.
import io
from contextlib import (AbstractContextManager, ContextDecorator, ExitStack, closing, contextmanager,
                        nullcontext, redirect_stdout, suppress)
def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)
@contextmanager
def tag(name, swallow=False):
    """Tags."""
    print(f'<{name}>')
    try:
        yield name.upper()
    except ValueError as error:
        print('saw', error)
        if not swallow:
            raise
    finally:
        print(f'</{name}>')
def use(manager, fail=None):
    with manager as value:
        print(value)
        if fail:
            raise fail
    return 'done'
attempt(lambda: use(tag('a')))
attempt(lambda: use(tag('b'), ValueError('v')))
attempt(lambda: use(tag('c', True), ValueError('v')))
attempt(lambda: use(tag('d'), StopIteration('s')))
m = tag('once')
attempt(lambda: use(m))
attempt(lambda: use(m))
attempt(lambda: use(contextmanager(lambda: iter([]))()))
attempt(lambda: use(contextmanager(lambda: (x for x in [1, 2]))()))
@tag('deco')
def decorated(x):
    return x
print(decorated(5), tag.__doc__, tag.__name__)
with suppress(KeyError, IndexError):
    {}['x']
attempt(lambda: use(suppress(KeyError), ValueError('not suppressed')))
with closing(io.StringIO('x')) as f:
    pass
print(f.closed, nullcontext(5).__enter__(), isinstance(nullcontext(), AbstractContextManager))
with redirect_stdout(io.StringIO()) as out:
    print('hidden')
print(repr(out.getvalue()))
with ExitStack() as stack:
    stack.callback(print, 'last', end='!\n')
    print(stack.enter_context(tag('in')))
    kept = stack.pop_all()
kept.close()
attempt(lambda: use(5))
