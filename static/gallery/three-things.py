# Who runs what? All three in one program.
import asyncio

async def cook():
    await asyncio.sleep(2)
    return 'soup'

async def main():
    coroutine = cook()
    print('a coroutine: nothing cooks yet')

    task = asyncio.create_task(coroutine,
                               name='cook')
    print('a task: the loop will run it')

    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(1, future.set_result, 'bread')
    print('a future: somebody will set it')

    print(await future, 'and', await task)

asyncio.run(main())
