"""A coroutine that runs cannot be awaited: it says that it runs."""


async def awaits_itself():
    await me


async def first():
    await second_one


async def second():
    await first_one


me = awaits_itself()
try:
    me.send(None)
except ValueError as error:
    print(error)
first_one, second_one = first(), second()
try:
    first_one.send(None)
except ValueError as error:
    print(error)
