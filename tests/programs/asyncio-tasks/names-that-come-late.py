# Names of asyncio that few programs ask for are there for those who do, and are
# the same wherever they are found.
import asyncio
import inspect
import pickle

Loop = asyncio.AbstractEventLoop
print(Loop.sock_sendfile.__name__, Loop.run_forever.__qualname__, Loop.run_forever.__module__)
print(inspect.iscoroutinefunction(Loop.getaddrinfo), inspect.iscoroutinefunction(Loop.time))
print(len(vars(Loop)), Loop.call_at is Loop.call_later)
try:
    Loop().time()
except NotImplementedError as error:
    print(repr(error))
for name, arguments in (("getnameinfo", ["host"]), ("connect_read_pipe", [int, None])):
    try:
        getattr(Loop(), name)(*arguments).send(None)
    except NotImplementedError as error:
        print(name, repr(error))

print(asyncio.IncompleteReadError(b"a", 3), asyncio.IncompleteReadError)
print(asyncio.exceptions.BrokenBarrierError, asyncio.BrokenBarrierError.__mro__[1])
print(asyncio.LimitOverrunError is asyncio.exceptions.LimitOverrunError)
print(pickle.loads(pickle.dumps(asyncio.IncompleteReadError(b"abc", 5))).args)
print(hasattr(asyncio.exceptions, "SendfileNotAvailable"), "LimitOverrunError" in dir(asyncio.exceptions))

from asyncio import *
from asyncio.exceptions import *
from asyncio.events import AbstractServer as Server

print(AbstractServer, Server is AbstractServer is asyncio.AbstractServer, IncompleteReadError)
print(SendfileNotAvailableError, Handle)
print(sorted(asyncio.__all__) == sorted(set(asyncio.__all__)))


class Own(AbstractServer):
    def close(self):
        print("closed")

    async def wait_closed(self):
        print("waited")


async def main():
    async with Own():
        print("open")
    barrier = asyncio.Barrier(2)
    async with asyncio.Lock():
        await barrier.abort()
    try:
        await barrier.wait()
    except asyncio.BrokenBarrierError as error:
        print(type(error), error)


asyncio.run(main())
