# Nested task groups: N times a tree of groups with three branches and two levels.
import asyncio

N = 200


async def leaf(found, number):
    await asyncio.sleep(0)
    found.append(number)
    return number % 7


async def branch(found, number, depth):
    if depth == 0:
        return await leaf(found, number)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(branch(found, number * 3 + k, depth - 1)) for k in range(3)]
    return sum([task.result() for task in tasks])


async def main():
    total = 0
    found = []
    for turn in range(N):
        total += await branch(found, turn, 2)
    return "task_groups " + str(total) + " " + str(len(found)) + " " + str(found[450:456])
