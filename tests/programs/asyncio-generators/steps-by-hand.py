# What one step is sent, and what comes of steps of a finished generator.
import asyncio
async def counting():
    x = yield 1
    print('got', x)
    try:
        yield 2
    except ValueError as error:
        print('caught', error)
a = counting()
def step(make):
    try:
        print(make())
    except BaseException as error:
        print(type(error).__name__, error, error.args)
step(lambda: a.__anext__().send(5))
step(lambda: a.__anext__().send(None))
step(lambda: a.__anext__().send(5))
step(lambda: a.athrow(ValueError('x')).send(None))
step(lambda: a.athrow(ValueError('x')).send(None))
step(lambda: a.asend(7).send(8))
step(lambda: a.aclose().send(None))
async def main():
    a = counting()
    async for x in a:
        pass
    print(await a.athrow(ValueError('x')), await a.aclose())
    b = counting()
    try:
        await b.athrow(ValueError('first'))
    except ValueError as error:
        print(error)
    print(await b.athrow(ValueError('second')))
asyncio.run(main())
