"""Importing by name."""

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

import sys
import types
from builtins import __import__


def import_module(name, package=None):
    """The module of a dotted name, which may be relative to a package."""
    if name.startswith('.'):
        if not package:
            raise TypeError("the 'package' argument is required to perform a "
                            f'relative import for {name!r}')
        from .util import resolve_name
        name = resolve_name(name, package)
    elif not name:
        raise ValueError('Empty module name')
    __import__(name)
    return sys.modules[name]


def invalidate_caches():
    """Tells the program's own finders; nothing else keeps what it found."""
    for finder in sys.meta_path:
        if hasattr(finder, 'invalidate_caches'):
            finder.invalidate_caches()


def reload(module):
    """Runs a module's code again, in the same module object."""
    try:
        name = module.__spec__.name
    except AttributeError:
        try:
            name = module.__name__
        except AttributeError:
            raise TypeError('reload() argument must be a module') from None
    if sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)
    if getattr(module, '__spec__', None) is not None:
        return _run_again(module, name)
    del sys.modules[name]
    try:
        fresh = import_module(name)
        vars(module).update(vars(fresh))
    finally:
        sys.modules[name] = module
    return module


def __getattr__(name):
    # CPython imports these when it starts, so programs have them unasked.
    if name in ('machinery', 'util'):
        return import_module(f'{__name__}.{name}')
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}',
                         name=name, obj=sys.modules[__name__])


def _run_again(module, name):
    from _imports import find_spec
    spec = find_spec(name, module)
    if spec is None:
        raise ModuleNotFoundError(
            f'spec not found for the module {name!r}', name=name)
    module.__spec__ = spec
    if spec.loader is not None:
        spec.loader.exec_module(module)
    return sys.modules[name]
