import asyncio
def f(): loop.call_soon(f)
loop = asyncio.new_event_loop()
loop.call_soon(f)
loop.run_forever()
