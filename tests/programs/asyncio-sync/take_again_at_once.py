# Who releases a lock or semaphore and asks again stands behind those who wait; the cancelled do not count.
import asyncio


async def eager(gate, name, order, times):
    for turn in range(times):
        async with gate:
            order.append(f"{name}{turn}")
            await asyncio.sleep(0)


async def waits(gate, name, order):
    try:
        async with gate:
            order.append(name)
    except asyncio.CancelledError:
        order.append(f"-{name}")
        raise


async def contend(gate):
    order = []
    tasks = [asyncio.create_task(eager(gate, name, order, 3)) for name in "abc"]
    late = [asyncio.create_task(waits(gate, name, order)) for name in "xyz"]
    await asyncio.sleep(0)
    late[0].cancel()
    await asyncio.sleep(0)
    late[2].cancel()
    await asyncio.gather(*tasks, *late, return_exceptions=True)
    print(type(gate).__name__, order, gate.locked())


async def only_cancelled_ones(gate):
    order = []
    await gate.acquire()
    late = [asyncio.create_task(waits(gate, name, order)) for name in "pq"]
    await asyncio.sleep(0)
    gate.release()
    for task in late:
        task.cancel()
    # Free, and nobody in line who could take it.
    async with gate:
        order.append("main")
    await asyncio.gather(*late, return_exceptions=True)
    print(type(gate).__name__, order, gate.locked())


class Mine(asyncio.Lock):
    async def acquire(self):
        print("acquire", end=" ")
        return await super().acquire()


async def main():
    for gate in (asyncio.Lock(), asyncio.Semaphore(1), asyncio.Semaphore(2), asyncio.BoundedSemaphore(2), Mine()):
        await contend(gate)
        await only_cancelled_ones(asyncio.Lock() if isinstance(gate, Mine) else type(gate)(*([1] if "Sem" in type(gate).__name__ else [])))


asyncio.run(main())
