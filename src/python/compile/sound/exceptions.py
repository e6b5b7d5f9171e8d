# try, with and loops in every combination that leaves one from inside another.


def leave_everything(items):
    for item in items:
        try:
            with item as held, held.inner:
                if item == 1:
                    return held
                if item == 2:
                    break
                if item == 3:
                    continue
                raise ValueError(item) from None
        except (TypeError, ValueError) as error:
            if item == 4:
                return error
            if item == 5:
                break
            if item == 6:
                continue
            raise
        except KeyError:
            del item
        else:
            item = 7
        finally:
            print(item)
    else:
        return item
    return None


def nested_finally():
    while True:
        try:
            try:
                return 1
            finally:
                try:
                    print(2)
                finally:
                    for x in range(3):
                        if x:
                            break
                        continue
        finally:
            if nested_finally:
                break
            return 3


def groups(f):
    try:
        f()
    except* ValueError as group:
        print(group)
    except* (TypeError, OSError):
        f()
    else:
        f(1)
    finally:
        f(2)


def captured():
    try:
        pass
    except Exception as error:
        return lambda: error


try:
    pass
except Exception as error:
    print(error)


class Body:
    try:
        pass
    except Exception as error:
        print(error)


async def asynchronous(source):
    async with source as a, source.b:
        async for item in source:
            try:
                async with item:
                    if a:
                        return
                    await item
            except* ValueError:
                pass
            finally:
                await a
        else:
            await source
    return [await x async for x in source if await x] + [y for y in [await z for z in source]]


def generator():
    try:
        received = yield 1
        received += yield from generator()
        return (yield)
    finally:
        yield 2


async def asynchronous_generator():
    async with generator() as g:
        yield g
        yield
