"""What is thrown passes the delegating frames: it gets what they handle on its way out."""
import asyncio
import sys

def chain(e):
    out = []
    while e is not None:
        out.append(repr(e)); e = e.__context__
    return ' <- '.join(out)
async def inner(how):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print(' inner', chain(e), sys.exc_info()[1] is e)
        if how == 'other': raise KeyError('k')
        if how == 'bare': raise
        if how == 'ctx':
            await asyncio.sleep(1)
            raise IndexError('after sleep')
        if how == 'swallow': pass
    finally:
        print(' fin', repr(sys.exc_info()[1]))
    print(' after', repr(sys.exc_info()[1]))
    try: raise OSError('late')
    except OSError as e: print(' late', chain(e))
    await asyncio.sleep(0)
    print(' later', repr(sys.exc_info()[1]))
    raise EOFError('end')
async def outer(how):
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            await inner(how)
        finally:
            print(' outer', chain(sys.exc_info()[1]))
async def outermost(how):
    try:
        raise ValueError('first')
    except ValueError:
        await outer(how)
async def main():
    for how in ('other', 'bare', 'ctx', 'swallow'):
        print(how)
        t = asyncio.create_task(outermost(how))
        await asyncio.sleep(0)
        t.cancel('msg')
        try: await t
        except BaseException as e: print(' main', chain(e))
asyncio.run(main())
def sub(how):
    try:
        yield 1
    except KeyError as e:
        print(' sub', chain(e))
        if how == 'raise': raise IndexError('new')
        if how == 'reraise': raise
    print(' sub after', repr(sys.exc_info()[1]))
    yield 2
    print(' sub later', repr(sys.exc_info()[1]))
def gen(how):
    try: raise ValueError('own')
    except ValueError:
        yield from sub(how)
for how in ('raise', 'reraise', 'go'):
    print(how)
    g = gen(how)
    next(g)
    try:
        print(g.throw(KeyError('t')))
        next(g)
    except Exception as e: print(' got', chain(e))
    except StopIteration: print('stop')
