# Python 3.8 was the last release with these class methods.
import asyncio


async def child(n):
    await asyncio.sleep(n)
    return asyncio.Task.current_task() in asyncio.Task.all_tasks()


async def main():
    me = asyncio.Task.current_task()
    print(me is asyncio.current_task())
    print(asyncio.Task.all_tasks() == {me})
    tasks = [asyncio.ensure_future(child(n)) for n in (0.1, 0.2)]
    print(len(asyncio.Task.all_tasks()), len(asyncio.all_tasks()))
    print(await tasks[0])
    # Also those that are done.
    print(len(asyncio.Task.all_tasks()), len(asyncio.all_tasks()))
    print([task.done() for task in tasks if task in asyncio.Task.all_tasks()])


loop = asyncio.get_event_loop()
print(asyncio.Task.current_task(loop=loop))
task = loop.create_task(main())
print(asyncio.Task.all_tasks(loop=loop) == {task})
loop.run_until_complete(task)
pending = asyncio.Task.all_tasks(loop)
loop.run_until_complete(asyncio.gather(*pending))
print(len(pending), all(task.done() for task in pending))
loop.close()
