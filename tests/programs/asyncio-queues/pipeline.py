"""A pipeline of stages with bounded queues and a sentinel."""
import asyncio

async def source(out, n):
    for i in range(n):
        await out.put(i)
        print(f'source {i}')
    await out.put(None)

async def stage(name, inp, out, delay, f):
    while (item := await inp.get()) is not None:
        await asyncio.sleep(delay)
        await out.put(f(item))
        print(f'  {name} {item} -> {f(item)} at {asyncio.get_running_loop().time():.1f}')
    await out.put(None)

async def sink(inp):
    got = []
    while (item := await inp.get()) is not None:
        got.append(item)
    return got

async def main():
    a, b, c = (asyncio.Queue(2) for _ in range(3))
    async with asyncio.TaskGroup() as tg:
        tg.create_task(source(a, 5))
        tg.create_task(stage('double', a, b, 0.1, lambda x: x * 2))
        tg.create_task(stage('square', b, c, 0.3, lambda x: x * x))
        result = tg.create_task(sink(c))
    print(result.result(), asyncio.get_running_loop().time())

asyncio.run(main())
