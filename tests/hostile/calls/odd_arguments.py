# Calls whatever the builtins and the modules have with odd arguments.
#
# `seed` stands above, and chooses. What a call raises does not matter; the
# last line says how many calls returned.
import random
import sys
import types
import warnings

MODULES = """
    builtins _collections _thread abc array ast asyncio base64 binascii bisect
    cmath codecs collections contextvars copy csv dataclasses datetime decimal
    enum errno fractions functools gc hashlib heapq inspect io ipaddress
    itertools json marshal math operator os pathlib pickle posixpath queue
    random re shutil statistics string struct sys tempfile textwrap threading
    time tokenize traceback types typing unicodedata uuid weakref zlib zoneinfo
""".split()

# These end, stop or change the run itself, or wait for somebody, as they should.
APART = """
    abort addaudithook alarm breakpoint breakpointhook chdir clear close count
    cycle displayhook eval excepthook exec exit filterwarnings input
    interrupt_main intern kill modules pause print quit raise_signal reload
    repeat resetwarnings set_asyncgen_hooks set_coroutine_origin_tracking_depth
    set_int_max_str_digits setprofile setrecursionlimit settrace
    setswitchinterval simplefilter sleep start_new start_new_thread stdin stop
    unraisablehook write writelines run_forever main _exit __subclasses__ mro
""".split()


class Huge:
    def __index__(self):
        return 1 << 70


class Unhelpful:
    def __len__(self):
        return -1

    def __iter__(self):
        return 3

    def __hash__(self):
        raise ValueError

    def __eq__(self, other):
        raise KeyError

    def __repr__(self):
        raise TypeError


class Itself:
    pass


Itself.__repr__ = Itself.__str__

values = [
    None, True, 0, 1, -1, 2, 1 << 70, -(1 << 70), 1.5, float('nan'),
    float('inf'), 1j, '', 'a', '\u00e9\U0001f600', '%s%d', b'', b'ab',
    bytearray(b'xy'), [], [1, 2, 3], (), (1,), {}, {'a': 1}, set(),
    frozenset({1}), range(3), slice(1, 2), iter([]), (x for x in ()), len, int,
    type, object(), Huge(), Unhelpful(), Itself(), memoryview(b'abc'), ...,
    NotImplemented, ValueError('x'), lambda *args, **names: 1, sys.maxsize,
    -sys.maxsize - 1, 'utf-8', 'strict', [[]], types.SimpleNamespace(),
]
names = 'key a default encoding errors maxsize name timeout context self'.split()


def found():
    """Every callable with the class that it belongs to."""
    for module in map(__import__, MODULES):
        for name in dir(module):
            thing = getattr(module, name, None)
            if name in APART or not callable(thing):
                continue
            yield thing, None
            if isinstance(thing, type):
                for inner in dir(thing):
                    method = getattr(thing, inner, None)
                    if inner not in APART and callable(method):
                        yield method, thing


warnings.simplefilter('ignore')
chance = random.Random(seed)
things = list({id(thing): (thing, owner) for thing, owner in found()}.values())
returned = 0
for thing, owner in things:
    arguments = chance.choices(values, k=chance.choice((0, 1, 1, 2, 2, 3, 4)))
    mine = [value for value in values if type(value) is owner]
    if mine and chance.random() < 0.7:
        arguments.insert(0, chance.choice(mine))
    named = {}
    if chance.random() < 0.2:
        named[chance.choice(names)] = chance.choice(values)
    try:
        result = thing(*arguments, **named)
    except BaseException:
        continue
    returned += 1
    if chance.random() < 0.2:
        values.append(result)
print('returned', returned)
