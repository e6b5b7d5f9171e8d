"""Tasks of what is no coroutine, and names for tasks that cannot have one."""
import asyncio
import warnings


class Thing:
    def __repr__(self):
        return 'Thing()'


async def nothing():
    pass


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_result(1)
    for thing in 3, Thing(), future, print:
        try:
            asyncio.create_task(thing)
        except TypeError as error:
            print(error)

    def factory(loop, coro):
        coro.close()
        return 'no task'

    loop.set_task_factory(factory)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        print(asyncio.create_task(nothing(), name='named'))
    loop.set_task_factory(None)
    for warning in caught:
        print(warning.category.__name__, warning.message)

asyncio.run(main())
