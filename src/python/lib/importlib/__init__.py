"""Importing by name. Modules come with the playground; there are no others."""

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
    """Nothing to do: what can be imported does not change."""


def reload(module):
    """Runs a module's code again, in the same module object."""
    if not isinstance(module, types.ModuleType):
        raise TypeError('reload() argument must be a module')
    name = module.__name__
    if sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)
    del sys.modules[name]
    try:
        fresh = import_module(name)
        vars(module).update(vars(fresh))
    finally:
        sys.modules[name] = module
    return module
