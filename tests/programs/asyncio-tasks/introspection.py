"""current_task, all_tasks, names, get_coro, get_stack and print_stack."""
import asyncio
import io
import re

async def deep(n):
    if n:
        return await deep(n - 1)
    await asyncio.sleep(1)

async def fail():
    await asyncio.sleep(0.5)
    raise ValueError('stack')

async def main():
    me = asyncio.current_task()
    out = io.StringIO()
    print(me.get_name(), me in asyncio.all_tasks(), len(asyncio.all_tasks()))
    t = asyncio.create_task(deep(2), name='deep')
    print([f.f_code.co_name for f in t.get_stack()])
    await asyncio.sleep(0)
    print([f.f_code.co_name for f in t.get_stack()], [f.f_lineno for f in t.get_stack()])
    print([f.f_code.co_name for f in t.get_stack(limit=1)])
    t.print_stack(file=out)
    print(sorted(x.get_name() for x in asyncio.all_tasks()))
    c = t.get_coro()
    print(c.cr_code.co_name, c.cr_running, c.cr_await.cr_code.co_name)
    f = asyncio.create_task(fail(), name='fail')
    await asyncio.wait([f, t])
    print(len(asyncio.all_tasks()), t.get_stack(), t.get_coro())
    print([fr.f_code.co_name for fr in f.get_stack()])
    f.print_stack(file=out)
    t.print_stack(file=out)
    f.exception()
    print(re.sub(r'File ".*", ', '', out.getvalue()))

asyncio.run(main())
