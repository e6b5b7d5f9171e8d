# Methods of builtin types called through the class, on receivers that do not fit.
def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print(error)


NAMES = ['__add__', '__mul__', '__len__', '__getitem__', '__setitem__', '__contains__', '__eq__',
         '__repr__', '__neg__', '__iadd__', '__or__', '__mod__', '__pow__',
         '__format__', '__reversed__', '__round__', 'append', 'upper', 'join', 'keys', 'get',
         'add', 'union', 'hex', 'to_bytes', 'index', 'count', 'copy', 'pop']
for kind in (int, float, str, bytes, bytearray, list, tuple, dict, set, frozenset, range):
    for name in NAMES:
        method = getattr(kind, name, None)
        if method is None:
            continue
        print(kind.__name__, name, type(method).__name__)
        attempt(lambda: method())
        attempt(lambda: method(object()))
        attempt(lambda: method(None, 1))
attempt(lambda: str.__add__(1, 'a'))
attempt(lambda: str.__add__('a', 1))
attempt(lambda: list.append([], x=1))
attempt(lambda: [].__len__(1))
attempt(lambda: (1).__add__())
attempt(lambda: (1).__add__(x=2))
attempt(lambda: dict.fromkeys())
attempt(lambda: object.__new__(5))
attempt(lambda: object.__new__(int))
attempt(lambda: int.__new__(str))
attempt(lambda: int.__new__())
