"""Looking into functions, classes, generators, coroutines and frames."""

from ._kinds import *
from ._kinds import (
    CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR, CO_ITERABLE_COROUTINE,
    CO_NESTED, CO_NEWLOCALS, CO_NOFREE, CO_OPTIMIZED, CO_VARARGS,
    CO_VARKEYWORDS)
from ._states import *

# asyncio needs only what is above, so the rest is compiled when asked for.
_IN_SIGNATURE = (
    'ArgInfo', 'BoundArguments', 'FullArgSpec', 'Parameter', 'Signature',
    '_empty', '_ParameterKind', 'formatannotation', 'getcallargs',
    'getfullargspec', 'signature', 'unwrap')


def __getattr__(name):
    if name in _IN_SIGNATURE:
        import inspect._signature as source
    elif name == 'get_annotations':
        import annotationlib as source
    else:
        import inspect._members as source
        if name not in source.__all__:
            import inspect._frames as source
        if name not in source.__all__:
            raise AttributeError(
                f'module {__name__!r} has no attribute {name!r}')
    found = globals()[name] = getattr(source, name)
    return found
