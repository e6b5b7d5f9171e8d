# Steps and bounds beyond 64 bits.
def told(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


big = 2 ** 70
values = [1, 2, 3], (1, 2, 3), 'abc', b'abc', bytearray(b'abc'), range(10), range(0)
for value in values:
    for bounds in ((None, None, big), (None, None, -big), (big, None, -1), (-big, big, 2), (None, -big)):
        told(lambda: value[slice(*bounds)])
        told(lambda: slice(*bounds).indices(5))
    told(lambda: value[big])
    told(lambda: value[-big])


def assigned(value, bounds, new):
    value[slice(*bounds)] = new
    return value


def deleted(value, bounds):
    del value[slice(*bounds)]
    return value


for bounds in (None, None, big), (None, None, -big), (-big, big, 2):
    told(lambda: assigned([1, 2, 3], bounds, [9]))
    told(lambda: assigned([1, 2, 3], bounds, [9, 8]))
    told(lambda: deleted([1, 2, 3], bounds))
    told(lambda: deleted(bytearray(b'abc'), bounds))
