"""The collector of cycles, seen from a program.

Objects end when their last reference goes. Cycles are collected by `collect`
and when memory is short; thresholds and generations are remembered, but
nothing is collected on account of them.
"""

import _gc
from _gc import (get_referents, get_referrers, is_finalized,  # noqa: F401
                 is_tracked)

DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE = 1, 2, 4
DEBUG_SAVEALL, DEBUG_LEAK = 32, 38

garbage = []
callbacks = []

_enabled = True
_threshold = (700, 10, 10)
_debug = 0
_frozen = 0
_stats = [{'collections': 0, 'collected': 0, 'uncollectable': 0}
          for _ in range(3)]


def collect(generation=2):
    """Collects everything, whatever the generation; how many unreachable
    objects were found."""
    if not isinstance(generation, int):
        raise TypeError(f"'{type(generation).__name__}' object cannot be "
                        'interpreted as an integer')
    if not 0 <= generation <= 2:
        raise ValueError('invalid generation')
    _tell('start', generation, 0)
    count, kept = _gc.collect(bool(_debug & DEBUG_SAVEALL))
    garbage.extend(kept)
    _stats[generation]['collections'] += 1
    _stats[generation]['collected'] += count
    _tell('stop', generation, count)
    return count


def _tell(phase, generation, collected):
    for callback in list(callbacks):
        callback(phase, {'generation': generation, 'collected': collected,
                         'uncollectable': 0})


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def get_count():
    """Container objects made since the last collection; there is one
    generation."""
    return _gc.fresh(), 0, 0


def get_objects(generation=None):
    """The objects that cycles can go through. All count as of the oldest
    generation."""
    if generation is not None and not 0 <= generation <= 2:
        raise ValueError('generation parameter must be less than the number '
                         f'of available generations ({len(_stats)})')
    return _gc.get_objects() if generation in (None, 2) else []


def get_threshold():
    return _threshold


def set_threshold(threshold0, threshold1=10, threshold2=10, /):
    global _threshold
    _threshold = (threshold0, threshold1, threshold2)


def get_debug():
    return _debug


def set_debug(flags, /):
    global _debug
    _debug = flags


def get_stats():
    return [dict(stats) for stats in _stats]


def freeze():
    """Counts the objects of now as permanent; the collector still looks at
    them."""
    global _frozen
    _frozen = len(_gc.get_objects())


def unfreeze():
    global _frozen
    _frozen = 0


def get_freeze_count():
    return _frozen
