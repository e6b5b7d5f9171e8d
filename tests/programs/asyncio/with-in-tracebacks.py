# Marks in tracebacks of with statements: entering and leaving stand for the whole statement.
import asyncio
class C:
    def __enter__(s): return s
    def __exit__(s,*a): raise ValueError('exit')
    async def __aenter__(s): return s
    async def __aexit__(s,*a): raise ValueError('exit')
import traceback
def f():
    with C() as c:
        pass
def g():
    with C():
        1/0
async def h():
    async with C() as c:
        pass
async def k():
    async with C() as c:
        1/0
def f2():
    with C() as c, C() as d:
        pass
def f3():
    for i in range(2):
        with C() as c:
            if i: return 3
            continue
async def f4():
    async with C() as d, C() as c:
        return 3
for x in f,g,f2,f3:
    try: x()
    except ValueError: print(traceback.format_exc().replace(__file__, "FILE"))
