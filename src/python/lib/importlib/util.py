"""Questions about modules."""

import sys

from .machinery import ModuleSpec


def resolve_name(name, package):
    """The absolute name of a name with leading dots."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(f'no package specified for {name!r} (required for '
                          'relative module names)')
    rest = name.lstrip('.')
    above = len(name) - len(rest) - 1
    parts = package.rsplit('.', above)
    if len(parts) < above + 1:
        raise ImportError('attempted relative import beyond top-level '
                          'package')
    return f'{parts[0]}.{rest}' if rest else parts[0]


def find_spec(name, package=None):
    """What there is to know before an import; None if there is no module."""
    full = resolve_name(name, package)
    if full not in sys.modules:
        try:
            __import__(full)
        except ModuleNotFoundError as problem:
            parent = full.rpartition('.')[0]
            if parent and problem.name != full:
                raise
            return None
    module = sys.modules[full]
    found = getattr(module, '__spec__', None)
    if found is not None:
        return found
    if full == '__main__':
        raise ValueError('__main__.__spec__ is None')
    spec = ModuleSpec(full, None, origin=getattr(module, '__file__',
                                                 'built-in'),
                      is_package=hasattr(module, '__path__'))
    spec.has_location = hasattr(module, '__file__')
    return spec


def module_from_spec(spec):
    """A new, empty module."""
    import types
    module = spec.loader and spec.loader.create_module(spec)
    if module is None:
        module = types.ModuleType(spec.name)
    module.__spec__ = spec
    module.__loader__ = spec.loader
    module.__package__ = spec.parent
    return module


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    if is_package is None and hasattr(loader, 'is_package'):
        is_package = loader.is_package(name)
    return ModuleSpec(name, loader, origin=origin,
                      is_package=bool(is_package))


def spec_from_file_location(name, location=None, *, loader=None,
                            submodule_search_locations=None):
    """The spec of a module whose text is in a file of the run."""
    from .machinery import SourceFileLoader
    loader = loader or SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec.submodule_search_locations = submodule_search_locations
    spec.has_location = True
    return spec
