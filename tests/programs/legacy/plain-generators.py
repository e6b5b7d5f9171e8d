# Python 3.6 was the last release whose library's coroutines were generators.
import asyncio


def step(name):
    for turn in range(2):
        print(name, turn)
        yield from asyncio.sleep(0.1)
    return name


def nested(name):
    result = yield from step(name)
    return result + "!"


@asyncio.coroutine
def decorated():
    return (yield from nested("decorated"))


loop = asyncio.get_event_loop()
print(loop.run_until_complete(nested("a")))
print(loop.run_until_complete(decorated()))
task = asyncio.ensure_future(step("b"))
print(loop.run_until_complete(task))
print(loop.run_until_complete(asyncio.gather(step("c"))))
done, pending = loop.run_until_complete(asyncio.wait([loop.create_task(step("e"))]))
print([task.result() for task in done], pending)
print(loop.run_until_complete(asyncio.wait_for(nested("f"), 5)))
loop.close()
