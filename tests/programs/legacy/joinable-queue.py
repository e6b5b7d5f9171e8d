# Python 3.4 was the last release with asyncio.JoinableQueue, a Queue by then.
import asyncio


async def consumer(queue):
    while True:
        print("got", await queue.get())
        queue.task_done()


async def main():
    queue = asyncio.JoinableQueue(maxsize=2)
    task = asyncio.ensure_future(consumer(queue))
    for item in "abc":
        await queue.put(item)
    await queue.join()
    print("joined", queue.empty())
    task.cancel()


asyncio.get_event_loop().run_until_complete(main())
