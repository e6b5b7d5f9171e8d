"""How far a generator, coroutine or asynchronous generator has come."""

__all__ = [
    'AGEN_CLOSED', 'AGEN_CREATED', 'AGEN_RUNNING', 'AGEN_SUSPENDED',
    'CORO_CLOSED', 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED',
    'GEN_CLOSED', 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED',
    'getasyncgenlocals', 'getasyncgenstate', 'getcoroutinelocals',
    'getcoroutinestate', 'getgeneratorlocals', 'getgeneratorstate',
]

GEN_CREATED = 'GEN_CREATED'
GEN_RUNNING = 'GEN_RUNNING'
GEN_SUSPENDED = 'GEN_SUSPENDED'
GEN_CLOSED = 'GEN_CLOSED'

CORO_CREATED = 'CORO_CREATED'
CORO_RUNNING = 'CORO_RUNNING'
CORO_SUSPENDED = 'CORO_SUSPENDED'
CORO_CLOSED = 'CORO_CLOSED'

AGEN_CREATED = 'AGEN_CREATED'
AGEN_RUNNING = 'AGEN_RUNNING'
AGEN_SUSPENDED = 'AGEN_SUSPENDED'
AGEN_CLOSED = 'AGEN_CLOSED'


def _state(prefix, running, suspended, frame):
    if running:
        return f'{prefix}_RUNNING'
    if suspended:
        return f'{prefix}_SUSPENDED'
    if frame is None:
        return f'{prefix}_CLOSED'
    return f'{prefix}_CREATED'


def getgeneratorstate(generator):
    """One of the `GEN_…` texts."""
    return _state('GEN', generator.gi_running, generator.gi_suspended,
                  generator.gi_frame)


def getcoroutinestate(coroutine):
    """One of the `CORO_…` texts."""
    return _state('CORO', coroutine.cr_running, coroutine.cr_suspended,
                  coroutine.cr_frame)


def getasyncgenstate(agen):
    """One of the `AGEN_…` texts."""
    # Before Python 3.12 there is no attribute to ask.
    suspended = getattr(agen, 'ag_suspended', None)
    frame = agen.ag_frame
    if suspended is None:
        suspended = frame is not None and frame.f_lasti > 4
    return _state('AGEN', agen.ag_running, suspended, frame)


def _locals(frame):
    return {} if frame is None else frame.f_locals


def getgeneratorlocals(generator):
    """The local variables of a generator that has not ended."""
    from ._kinds import isgenerator
    if not isgenerator(generator):
        raise TypeError(f'{generator!r} is not a Python generator')
    return _locals(generator.gi_frame)


def getcoroutinelocals(coroutine):
    """The local variables of a coroutine that has not ended."""
    return _locals(coroutine.cr_frame)


def getasyncgenlocals(agen):
    """The local variables of an asynchronous generator that has not ended."""
    from ._kinds import isasyncgen
    if not isasyncgen(agen):
        raise TypeError(f'{agen!r} is not a Python async generator')
    return _locals(agen.ag_frame)
