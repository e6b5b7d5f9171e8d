# Each task and callback has a context of its own, whoever looks at it or sets
# a variable first. Task.get_context() is of Python 3.12.
import asyncio
import contextvars

v = contextvars.ContextVar('v', default=0)


async def child(n):
    before = v.get()
    task = asyncio.current_task()
    context = task.get_context() if n % 2 else None
    v.set(n)
    await asyncio.sleep(0)
    seen = v.get()
    if context is not None:
        assert context[v] == n and task.get_context() is context
        try:
            context.run(print, 'entered twice')
        except RuntimeError:
            seen = -seen
    copy = contextvars.copy_context()
    assert copy.run(lambda: (v.set(100), v.get())[1]) == 100
    await asyncio.sleep(0.01 * n)
    return before, seen, v.get()


async def in_another(n):
    """The context is looked at while code runs in another one."""
    task = asyncio.current_task()
    shown = contextvars.Context().run(task.get_context)
    v.set(n)
    return shown[v], v.get(), shown is task.get_context()


async def main():
    print(await asyncio.gather(*[child(n) for n in range(4)]), v.get())
    v.set(7)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(child(n), name=f'n{n}') for n in range(3)]
    print([task.result() for task in tasks], [task.get_name() for task in tasks])
    task = asyncio.create_task(in_another(3))
    print(await task, v.get())
    task.get_context().run(lambda: print(v.get()))

    seen = []

    def add(future):
        v.set(v.get() + 1)
        seen.append(v.get())

    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(add)
    future.add_done_callback(add)
    v.set(9)
    future.add_done_callback(add)
    future.set_result(None)
    await asyncio.sleep(0)
    print(seen, v.get())


asyncio.run(main())
