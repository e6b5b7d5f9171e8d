"""`async for` over something whose `__anext__` cannot be awaited."""
import asyncio


class Wrong:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 3


async def main():
    try:
        async for _ in Wrong():
            pass
    except TypeError as error:
        print(error)
        print(repr(error.__cause__), error.__context__ is error.__cause__,
              error.__suppress_context__)

asyncio.run(main())
