"""Loops with a `call_at` of their own, and delays of other types."""
import asyncio
from fractions import Fraction
class L(asyncio.SelectorEventLoop):
    def call_at(self, when, cb, *a, **k): print("call_at", round(when,3), sorted(k)); return super().call_at(when, cb, *a, **k)
async def m():
    await asyncio.sleep(1)
    asyncio.get_running_loop().call_later(0.5, print, "later")
    try:
        await asyncio.wait_for(asyncio.sleep(3), 1)
    except TimeoutError: print("timeout")
    try:
        async with asyncio.timeout(1): await asyncio.sleep(3)
    except TimeoutError: print("timeout")
L().run_until_complete(m())
async def g():
    loop = asyncio.get_running_loop()
    h = loop.call_at(loop.time() + 2, print, "x")
    h2 = loop.call_at(2, print, "x"); print(h2, h2.when())
    t = loop.time()
    await asyncio.sleep(Fraction(1, 2))
    print(loop.time() - t)
    loop.call_later(delay=0.1, callback=print)
    loop.call_later(Fraction(1, 10), print, "fr")
    try: await asyncio.wait_for(asyncio.sleep(3), Fraction(1, 2))
    except TimeoutError: print("TO", loop.time() - t)
    print(await asyncio.wait([asyncio.ensure_future(asyncio.sleep(3))], timeout=Fraction(1, 2)) and loop.time() - t)
    for d in ("x", None, []):
        try: loop.call_later(d, print)
        except TypeError as e: print(e)
    for bad in ((), (1,)):
        try: loop.call_later(*bad)
        except TypeError as e: print(e)
    loop.call_later(True, print, "true")
    await asyncio.sleep(1.5)
asyncio.run(g())
