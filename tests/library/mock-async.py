import asyncio, unittest, inspect
from unittest.mock import *
import re
def tr(f):
    try: print(re.sub(r"id='\d+'","id",repr(f())))
    except BaseException as e: print(type(e).__name__, re.sub(r"id='\d+'","id",str(e)))
class S:
    async def get(self, x): return x
    def sync(self): return 1
async def fn(a, b=1): return a
async def main():
    m=AsyncMock(return_value=3); print(await m(1,k=2), m.await_count, m.call_count, m.await_args, m.await_args_list)
    for f in (lambda: m.assert_awaited(), lambda: m.assert_awaited_once_with(2), lambda: m.assert_not_awaited(), lambda: m.assert_any_await(5), lambda: m.assert_has_awaits([call(3)]), lambda: AsyncMock().assert_awaited(), lambda: AsyncMock().assert_awaited_with(1), lambda: AsyncMock().assert_awaited_once()): tr(f)
    c=m(5); print(inspect.iscoroutine(c), inspect.iscoroutinefunction(m), asyncio.iscoroutinefunction(m)); await c
    m=AsyncMock(side_effect=[1,ValueError('v')]); print(await m())
    for i in range(2):
        try: await m()
        except BaseException as e: print(type(e).__name__, e)
    async def eff(x): return x*2
    m=AsyncMock(side_effect=eff); print(await m(4)); m.side_effect=lambda x: x+1; print(await m(4))
    s=MagicMock(spec=S); s.get.return_value=7; print(await s.get(1), s.sync(), type(s.get).__name__, type(s.sync).__name__) if 0 else print(await s.get(1), type(s.get).__name__, type(s.sync).__name__)
    a=AsyncMock(); a.foo.return_value=1; print(await a.foo(2), a.mock_calls, a.method_calls)
    cm=MagicMock(); cm.__aenter__.return_value='in'
    async with cm as x: print(x)
    cm.__aexit__.assert_awaited_once()
    cm.__aiter__.return_value=[1,2,3]; print([i async for i in cm])
    with patch('__main__.fn') as p: p.return_value=9; print(type(p).__name__, await fn(1)); p.assert_awaited_once_with(1)
    with patch.object(S,'get',return_value=4): print(await S().get(0))
    f=create_autospec(fn); f.return_value=5; print(await f(1))
    @patch('__main__.fn', new=AsyncMock(return_value=8))
    async def deco(): return await fn(1)
    print(await deco(), await fn(3))
    ac=create_autospec(S); i=ac(); i.get.return_value=2; print(await i.get(1)); i.get.assert_awaited_once_with(1)
    q=AsyncMock(wraps=eff); print(await q(3)); q.reset_mock(); print(q.await_count)
    sp=AsyncMock(spec=fn); print(type(Mock(spec=fn)).__name__, type(Mock(fn)).__name__)
    async with asyncio.timeout(1): print(await asyncio.gather(AsyncMock(return_value=1)(), AsyncMock(return_value=2)()))
asyncio.run(main())
