# The task is made. It never says hello.
import asyncio

async def greet():
    await asyncio.sleep(1)
    print('greeter: hello!')

async def look(number):
    print('main: looks at', number)

async def main():
    task = asyncio.create_task(greet(),
                               name='greeter')
    for number in range(3):
        await look(number)
    print('main: leaves')

asyncio.run(main())
