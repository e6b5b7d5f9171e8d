"""`os._exit` runs nothing more."""
import os, atexit, asyncio
atexit.register(print, "never")
class D:
    def __del__(self): print("never del")
d = D()
def g():
    try: yield
    finally: print("never finally")
x = g(); next(x)
async def main():
    try:
        os._exit(3)
    except BaseException: print("never")
    finally:
        print("never fin")
print("before", flush=True)
asyncio.run(main())
