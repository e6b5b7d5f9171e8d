import asyncio

tasks = {}

async def waits_for(name):
    await tasks[name]

async def main():
    tasks['a'] = asyncio.create_task(waits_for('b'), name='a')
    tasks['b'] = asyncio.create_task(waits_for('a'), name='b')
    await tasks['a']

asyncio.run(main())
