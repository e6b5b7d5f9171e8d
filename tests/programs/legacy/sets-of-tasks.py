# Sets of tasks iterate in the order in which they were made (with CPython: by address).
import asyncio


async def phase(number):
    await asyncio.sleep(0.01 * (number % 7))
    return number


async def main():
    for count in (3, 5, 8, 17, 40, 100):
        objects = [object() for _ in range(count % 9)]
        print(len(set(objects)), end=" ")
        done, pending = await asyncio.wait([phase(n) for n in range(count)])
        print([task.result() for task in done] == list(range(count)), pending)
    tasks = [asyncio.ensure_future(phase(n)) for n in range(30)]
    others = {object() for _ in range(3)}
    everything = others | set(tasks)
    print([tasks.index(task) for task in everything - others] == list(range(30)))
    print([tasks.index(task) for task in frozenset(tasks)][:5])
    chosen = {task for task in tasks if tasks.index(task) % 3 == 0}
    for task in tasks[:9]:
        chosen.discard(task)
    print([tasks.index(task) for task in chosen])
    chosen.add(tasks[1])
    print(tasks.index(chosen.pop()), tasks.index(chosen.pop()), len(chosen))
    names = {*tasks[:3], "text"}
    print(len(names), "text" in names, tasks[2] in names, tasks[3] in names)
    await asyncio.wait(tasks)


asyncio.run(main())
