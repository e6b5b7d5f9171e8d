# What may happen while a task group waits at the end of its block.
import asyncio


async def after(seconds, result, error=None):
    await asyncio.sleep(seconds)
    if error:
        raise error
    return result


async def usual():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(after(k, k)) for k in (2, 0, 1)]
        print(group)
    print(group, [task.result() for task in tasks])


async def nothing_to_wait_for():
    async with asyncio.TaskGroup() as group:
        print(group)
    print(group)
    async with asyncio.TaskGroup() as group:
        await group.create_task(after(0, 1))
    try:
        async with group:
            pass
    except RuntimeError as error:
        print(error)


async def one_more():
    async def first(group):
        await asyncio.sleep(1)
        group.create_task(after(1, "more"), name="more").add_done_callback(lambda task: print(task.get_name(), task.result()))

    async with asyncio.TaskGroup() as group:
        group.create_task(first(group))


async def too_late():
    def add(group):
        coroutine = after(0, 0)
        try:
            group.create_task(coroutine)
        except RuntimeError as error:
            print(error)
        coroutine.close()

    async with asyncio.TaskGroup() as group:
        task = group.create_task(after(1, 0))
        task.add_done_callback(lambda _: add(group))


async def it_fails():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(after(1, 0, ValueError("one")))
            group.create_task(after(1, 0, KeyError("two")))
            group.create_task(after(2, 0))
    except* ValueError as errors:
        print(repr(errors))
    except* KeyError as errors:
        print(repr(errors))
    print(asyncio.current_task().cancelling())


async def it_is_cancelled():
    async def block():
        try:
            async with asyncio.TaskGroup() as group:
                tasks.append(group.create_task(after(5, 0)))
        finally:
            print("left", group)

    tasks = []
    outer = asyncio.create_task(block())
    await asyncio.sleep(1)
    outer.cancel("enough")
    try:
        await outer
    except asyncio.CancelledError as error:
        print(error.args, tasks[0].cancelled())


async def cancelled_at_the_last_moment():
    async def block():
        async with asyncio.TaskGroup() as group:
            group.create_task(after(1, 0)).add_done_callback(lambda _: outer.cancel())

    outer = asyncio.create_task(block())
    print(await asyncio.gather(outer, return_exceptions=True))


class Counting(asyncio.TaskGroup):
    made = 0

    def create_task(self, *args, **kwargs):
        self.made += 1
        return super().create_task(*args, **kwargs)

    async def __aexit__(self, *error):
        print("leaving", self.made)
        result = await super().__aexit__(*error)
        print("left", result)
        return result


async def of_its_own():
    async with Counting() as group:
        group.create_task(after(1, 0))
        group.create_task(after(0, 0))


async def nested():
    async with asyncio.TaskGroup() as outer:
        async with asyncio.TaskGroup() as inner:
            inner.create_task(after(1, 0))
            outer.create_task(after(3, 0))
        print(asyncio.get_running_loop().time() - began, outer)
    print(asyncio.get_running_loop().time() - began, outer)


async def main():
    global began
    for part in (usual, nothing_to_wait_for, one_more, too_late, it_fails, it_is_cancelled,
                 cancelled_at_the_last_moment, of_its_own, nested):
        print("-", part.__name__)
        began = asyncio.get_running_loop().time()
        await part()


asyncio.run(main())
