"""Tasks of a graph run as soon as what they need is done; a failure stops the rest."""
import asyncio

GRAPH = {'a': [], 'b': [], 'c': ['a'], 'd': ['a', 'b'], 'e': ['c', 'd'], 'f': ['b']}
COST = dict(a=1, b=2, c=3, d=1, e=1, f=0.5)

async def run(graph, fail=None):
    loop = asyncio.get_running_loop()
    base = loop.time()
    tasks = {}
    log = []
    async def node(name):
        for need in graph[name]:
            await asyncio.shield(tasks[need])
        log.append(f'{loop.time() - base:.1f} start {name}')
        await asyncio.sleep(COST[name])
        if name == fail:
            raise RuntimeError(f'{name} failed')
        log.append(f'{loop.time() - base:.1f} end {name}')
        return name
    try:
        async with asyncio.TaskGroup() as tg:
            for name in graph:
                tasks[name] = tg.create_task(node(name), name=name)
    except* RuntimeError as eg:
        log.append(repr(eg))
    print(*log, sep='\n')
    print({n: 'cancelled' if t.cancelled() else 'error' if t.exception() else t.result() for n, t in tasks.items()})

asyncio.run(run(GRAPH))
print('--')
asyncio.run(run(GRAPH, fail='b'))
