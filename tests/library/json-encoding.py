# json.dumps: options, types, floats, keys and errors.
import json
from collections import OrderedDict, namedtuple
from enum import IntEnum


def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)


class Level(IntEnum):
    LOW = 1


P = namedtuple('P', 'a b')
print(json.dumps([1, 1.5, True, None, 'a"b\\/é\n\x01\u2028😀']), json.dumps('é😀', ensure_ascii=False))
print(json.dumps({'b': 1, 'a': [1, {'c': ()}]}), json.dumps({'b': 1, 'a': 2}, sort_keys=True), json.dumps({}), json.dumps([]))
print(json.dumps([1, {'a': 2, 'b': []}], indent=2), json.dumps({'a': {}}, indent=1), json.dumps([[]], indent='\t'), json.dumps([1], indent=0))
print(json.dumps([1, 2, {'a': 3}], separators=(',', ':')), json.dumps({'a': 1}, separators=(', ', ' = ')), json.dumps([1, 2], indent=1, separators=(';', ':')))
print(json.dumps({1: 'a', None: 'b', True: 'c', 1.5: 'd', 'x': 'e', False: 1}), json.dumps({(1, 2): 3, 'k': 1}, skipkeys=True))
print(json.dumps([float('inf'), float('-inf'), float('nan'), 1e16, 1e-7, 1.0, -0.0, 10**20, 0.1]))
print(json.dumps(P(1, 2)), json.dumps(Level.LOW), json.dumps({Level.LOW: 'x'}), json.dumps(OrderedDict(z=1)), json.dumps(True), json.dumps('\x7f\x80'))
print(json.dumps({1, 2}, default=sorted), json.dumps([object], default=lambda o: o.__name__), json.dumps({'k': 1j}, default=str))
attempt(lambda: json.dumps(object))
attempt(lambda: json.dumps({1, 2}))
attempt(lambda: json.dumps(b'a'))
attempt(lambda: json.dumps({(1, 2): 3}))
attempt(lambda: json.dumps({b'k': 3}))
attempt(lambda: json.dumps(float('nan'), allow_nan=False))
attempt(lambda: json.dumps({'b': 1, 2: 2}, sort_keys=True))
attempt(lambda: json.dumps(1j, default=lambda o: 1j))
loop = []
loop.append(loop)
attempt(lambda: json.dumps(loop))
attempt(lambda: json.dumps({'a': loop}, check_circular=True))
attempt(lambda: json.dumps([1], foo=1))


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)


print(json.dumps([1 + 2j], cls=Encoder), Encoder(indent=1).encode({'a': 1j}), Encoder().item_separator)
attempt(lambda: json.dumps([object()], cls=Encoder)[:0])
