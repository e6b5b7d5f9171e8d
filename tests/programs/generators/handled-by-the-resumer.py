# What sys.exc_info() says in a generator that leaves an except clause while somebody
# else resumes it than the one who resumed it into the clause.
import asyncio
import sys


def handled():
    kind = sys.exc_info()[0]
    return kind and kind.__name__


def twice():
    try:
        raise ValueError("own")
    except ValueError:
        yield "in the clause", handled()
        try:
            raise IndexError("inner")
        except IndexError:
            yield "in the inner one", handled()
        yield "after the inner one", handled()
    yield "after the clause", handled()
    try:
        raise TypeError("new")
    except TypeError as error:
        yield "context", error.__context__ and type(error.__context__).__name__
    yield "at the end", handled()


steps = twice()
print(next(steps), handled())
for kind in (KeyError, OSError, LookupError, RuntimeError, ArithmeticError):
    try:
        raise kind("of the resumer")
    except kind:
        print(next(steps), handled())
print(next(steps, "over"), handled())


def resumed_in_a_clause():
    yield handled()
    try:
        raise ValueError
    except ValueError:
        yield handled()
    yield handled()


steps = resumed_in_a_clause()
try:
    raise KeyError
except KeyError:
    print(next(steps), next(steps))
print(next(steps), handled())


def with_finally():
    try:
        try:
            raise ValueError("own")
        finally:
            yield handled()
    except ValueError:
        yield handled()
    yield handled()


steps = with_finally()
print(next(steps))
try:
    raise KeyError
except KeyError:
    print(next(steps), next(steps))


async def asynchronous():
    try:
        raise ValueError
    except ValueError:
        yield handled()
    yield handled()


async def in_a_task():
    try:
        raise ValueError
    except ValueError:
        await asyncio.sleep(0)
        print("task", handled())
    await asyncio.sleep(0)
    print("task", handled())


async def main():
    steps = asynchronous()
    print(await anext(steps))
    try:
        raise KeyError
    except KeyError:
        task = asyncio.create_task(in_a_task())
        print(await anext(steps))
        await task
        print(handled())


asyncio.run(main())
