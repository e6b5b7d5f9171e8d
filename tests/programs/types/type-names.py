# Types written in C are named with their module in messages.
import array, asyncio, collections, datetime, decimal, functools, io, itertools, re, operator


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


values = [
    datetime.date(2020, 1, 1), datetime.datetime(2020, 1, 1), datetime.time(1),
    decimal.Decimal(1), collections.deque(), collections.OrderedDict(),
    collections.defaultdict(), collections.Counter(), functools.partial(print),
    itertools.chain(), re.compile('a'), re.match('a', 'a'), io.StringIO(),
    operator.itemgetter(1), collections.namedtuple('P', 'x')(1), Exception(), 1,
]
for value in values:
    attempt(lambda: value + [])
    attempt(lambda: value < object())
    attempt(lambda: [][value])
    attempt(lambda: 'x' + value)
    attempt(lambda: value @ 1)
    attempt(lambda: type(value).nope)
for value in values[:4] + [values[8]]:
    attempt(lambda: value())
    attempt(lambda: value[0])
    attempt(lambda: len(value))
    attempt(lambda: value.nope)
    attempt(lambda: int(value) and None)
    attempt(lambda: ','.join([value]))
for value in values[4:7]:
    attempt(lambda: hash(value))
    attempt(lambda: -value)


class Mine(datetime.date, metaclass=type):
    pass


attempt(lambda: Mine(2020, 1, 1) + 1)


async def main():
    future = asyncio.get_running_loop().create_future()
    attempt(lambda: future + 1)
    attempt(lambda: future[0])
    attempt(lambda: asyncio.current_task()())
    with datetime.date(2020, 1, 1):
        pass


attempt(lambda: asyncio.run(main()))
