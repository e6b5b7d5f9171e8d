"""Where a generator stands that has not begun: at its definition."""
import asyncio


def plain(function):
    return function


@plain
@plain
def generator():
    one = 1
    yield one


async def coroutine():
    two = 2
    await asyncio.sleep(two)


async def both():
    yield 1


g = generator()
print(g.gi_frame.f_lineno, g.gi_frame.f_lasti)
next(g)
print(g.gi_frame.f_lineno)
c = coroutine()
print(c.cr_frame.f_lineno)
c.close()
print(both().ag_frame.f_lineno)
print((x for x in (1,
                   2)).gi_frame.f_lineno)


async def main():
    task = asyncio.create_task(coroutine())
    print([frame.f_lineno for frame in task.get_stack()])
    await asyncio.sleep(0)
    print([frame.f_lineno for frame in task.get_stack()])
    task.cancel()

asyncio.run(main())
