"""Call graphs (Python 3.14, by its documentation): who awaits whom."""
import asyncio
import re

def plain(text):
    text = re.sub(r'0x[0-9a-f]+', '0x...', text)
    return re.sub(r"File '[^']*', line \d+", 'File', text)

async def leaf():
    print(plain(asyncio.format_call_graph()))
    await asyncio.sleep(0)

async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(leaf(), name='leaf')
    fut = asyncio.get_running_loop().create_future()
    async def wait(f): await f
    inner = asyncio.create_task(wait(fut), name='inner')
    outer = asyncio.create_task(wait(inner), name='outer')
    await asyncio.sleep(0)
    print(plain(asyncio.format_call_graph(fut)))
    graph = asyncio.capture_call_graph(inner)
    print(graph.future is inner, [e.frame.f_code.co_name for e in graph.call_stack])
    print([g.future.get_name() for g in graph.awaited_by])
    print(plain(asyncio.format_call_graph(graph.awaited_by[0].future, limit=0)))
    waiter = asyncio.get_running_loop().create_future()
    asyncio.future_add_to_awaited_by(waiter, outer)
    print(len(asyncio.capture_call_graph(waiter).awaited_by))
    asyncio.future_discard_from_awaited_by(waiter, outer)
    print(asyncio.capture_call_graph(waiter).awaited_by)
    fut.set_result(None)
    await outer
    print(asyncio.capture_call_graph(outer).awaited_by)

asyncio.run(main())
try:
    asyncio.capture_call_graph()
except RuntimeError as e:
    print(e)
