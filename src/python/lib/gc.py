"""The collector, seen from a program.

Objects end when their last reference goes. Cycles of objects are let go at
the end of the run and not before, so there is nothing to collect.
"""

DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE = 1, 2, 4
DEBUG_SAVEALL, DEBUG_LEAK = 32, 38

garbage = []
callbacks = []

_enabled = True
_threshold = (2000, 10, 0)
_debug = 0


def collect(generation=2):
    """How many unreachable objects were found: none are looked for."""
    if not 0 <= generation <= 2:
        raise ValueError('invalid generation')
    return 0


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def get_count():
    return 0, 0, 0


def get_threshold():
    return _threshold


def set_threshold(threshold0, threshold1=10, threshold2=0, /):
    global _threshold
    _threshold = (threshold0, threshold1, threshold2)


def get_debug():
    return _debug


def set_debug(flags, /):
    global _debug
    _debug = flags


def get_stats():
    return [{'collections': 0, 'collected': 0, 'uncollectable': 0}
            for _ in range(3)]


def is_tracked(obj, /):
    return not isinstance(obj, (int, float, complex, str, bytes, type(None)))


def freeze():
    """Nothing is ever moved."""


def unfreeze():
    """Nothing is ever moved."""


def get_freeze_count():
    return 0
