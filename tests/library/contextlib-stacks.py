from contextlib import *
import asyncio, io, sys
@contextmanager
def cm(name, swallow=False):
    print('enter', name)
    try:
        yield name.upper()
    except ValueError as e:
        print(name, 'saw', e)
        if not swallow:
            raise
    finally:
        print('exit', name)
with cm('a') as v: print(v)
with cm('b', True): raise ValueError('swallowed')
try:
    with cm('c'): raise ValueError('passes')
except ValueError as e: print('out', e)
try:
    with cm('d'): raise KeyError('other')
except KeyError as e: print('out', e)
@cm('deco')
def f(x): return x + 1
print(f(1), f(2))
@contextmanager
def none():
    if False: yield
@contextmanager
def two(): yield; yield
@contextmanager
def again():
    try: yield
    except ValueError: yield
for m in (none, two):
    try:
        with m(): pass
    except RuntimeError as e: print(e)
try:
    with again(): raise ValueError
except RuntimeError as e: print(e)
try:
    with cm('stop'): raise StopIteration('si')
except StopIteration as e: print('StopIteration', e)
with suppress(KeyError, IndexError): {}['x']
out = io.StringIO()
with redirect_stdout(out): print('hidden')
print(repr(out.getvalue()))
class C:
    def close(self): print('closed')
with closing(C()) as c: print(type(c).__name__)
with nullcontext(5) as n: print(n)
with ExitStack() as st:
    print(st.enter_context(cm('s1')))
    st.enter_context(cm('s2', True))
    st.callback(print, 'callback', 1)
    st.push(lambda *exc: print('push', exc[0]))
    raise ValueError('in stack')
print('after')
try:
    with ExitStack() as st:
        def boom(*a): raise TypeError('from exit')
        st.push(boom)
        st.callback(print, 'first out')
        raise ValueError('body')
except TypeError as e: print(repr(e), repr(e.__context__))
st = ExitStack()
with st:
    st.callback(print, 'moved')
    kept = st.pop_all()
print('still open'); kept.close()
for bad in (lambda: ExitStack().enter_context(5),):
    try: bad()
    except TypeError as e: print(e)
@asynccontextmanager
async def acm(n):
    print('aenter', n)
    try: yield n
    finally: print('aexit', n)
class Deco(ContextDecorator):
    def __enter__(self): print('in'); return self
    def __exit__(self, *e): print('out', e[0]); return True
@Deco()
def g(): raise ValueError
print(g())
async def main():
    async with acm(1) as v: print(v)
    async with AsyncExitStack() as st:
        await st.enter_async_context(acm(2))
        st.enter_context(cm('sync'))
        async def later(x): print('later', x)
        st.push_async_callback(later, 3)
    @acm('d')
    async def h(): return 'h'
    print(await h())
    class A:
        async def aclose(self): print('aclosed')
    async with aclosing(A()): pass
    try:
        async with acm('e'): raise KeyError('k')
    except KeyError as e: print(repr(e))
    async with nullcontext('n') as n: print(n)
asyncio.run(main())
print(issubclass(ExitStack, AbstractContextManager), isinstance(closing(C()), AbstractContextManager))
