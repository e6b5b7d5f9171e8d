# Python 3.10 was the last release with asyncio.coroutine.
import asyncio


@asyncio.coroutine
def compute(x, y):
    print("compute", x, "+", y)
    yield from asyncio.sleep(1.0)
    return x + y


@asyncio.coroutine
def plain(x):
    return x * 2


@asyncio.coroutine
def returns_coroutine(x):
    return compute(x, x)


@asyncio.coroutine
def returns_future():
    future = asyncio.get_event_loop().create_future()
    future.set_result("from a future")
    return future


@asyncio.coroutine
def fails():
    yield from asyncio.sleep(0)
    raise ValueError("no")


class Server:
    @asyncio.coroutine
    def handle(self, name):
        yield
        return "hello " + name


@asyncio.coroutine
def main():
    print((yield from compute(1, 2)))
    print((yield from plain(21)))
    print((yield from returns_coroutine(4)))
    print((yield from returns_future()))
    print((yield from Server().handle("world")))
    try:
        yield from fails()
    except ValueError as error:
        print("caught", error)
    print(asyncio.iscoroutinefunction(compute), asyncio.iscoroutinefunction(plain))
    task = asyncio.ensure_future(compute(5, 6))
    done = yield from asyncio.gather(task, plain(1))
    print(done)
    return "end"


loop = asyncio.get_event_loop()
print(loop.run_until_complete(main()))
loop.close()
