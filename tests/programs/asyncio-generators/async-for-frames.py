"""Tracebacks through `async for`: one entry for each frame."""
import asyncio, traceback, sys
async def g():
    yield 1
    1/0
class NoAnext:
    def __aiter__(self): return self
class BadAnext:
    def __aiter__(self): return self
    def __anext__(self): return 5
class RaiseAnext:
    def __aiter__(self): return self
    def __anext__(self): raise KeyError('sync')
async def f1():
    async for x in 5:
        pass
async def f2():
    async for x in NoAnext(): pass
async def f3():
    async for x in BadAnext(): pass
async def f4():
    async for x in RaiseAnext(): print(
          x)
async def f5():
    return [x async for x in 5]
async def f6():
    return {x async for x in BadAnext()}
async def f7():
    return [y for z in (1,) async for y in RaiseAnext() if y]
async def f8():
    return [y async for z in g() async for y in g()
        if y]
async def f9():
    return [y async for a, y in g()]
async def f10():
    async for a, b in g(): pass
async def f11():
    for a in 5: pass
async def f12():
    return [a for a in 5], [a for b in (1, 2) for a in b]
async def f13():
    return [a for b in (1, 2) for a in b]
async def f14():
    return [x async for x in
            g()]
async def f15():
    return list(x async for x in g())
async def f16():
    return [z async for z in (x async for x in g())]
async def f17():
    async with g() as x: pass
async def f18():
    async with asyncio.timeout(1) as x, g() as y: pass
async def f19():
    for a, b in [(1, 2, 3)]: pass
async def f20():
    return [a for a, b in [(1, 2, 3)]]
async def f21():
    with open as x: pass
async def main():
    for i in range(1, 22):
        try: await globals()[f'f{i}']()
        except Exception: print(''.join(traceback.format_exc().splitlines(True)[3:]))
asyncio.run(main())
