"""Questions about modules."""

import sys

from .machinery import ModuleSpec, SourceFileLoader


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
        parent = full.rpartition('.')[0]
        if parent:
            above = __import__(parent, fromlist=['__path__'])
            if not hasattr(above, '__path__'):
                raise ModuleNotFoundError(
                    f'__path__ attribute not found on {parent!r} while '
                    f'trying to find {full!r}', name=full)
        from _imports import find_spec
        spec = find_spec(full)
        if spec is not None:
            return spec
        # What the library has is known by importing it only.
        try:
            __import__(full)
        except ModuleNotFoundError as problem:
            if problem.name != full:
                raise
            return None
    module = sys.modules[full]
    found = getattr(module, '__spec__', None)
    if found is not None:
        return found
    if full == '__main__':
        raise ValueError('__main__.__spec__ is None')
    origin = getattr(module, '__file__', None)
    loader = None if origin is None else SourceFileLoader(full, origin)
    spec = ModuleSpec(full, loader, origin=origin or 'built-in',
                      is_package=hasattr(module, '__path__'))
    spec.has_location = origin is not None
    return spec


def module_from_spec(spec):
    """A new, empty module."""
    from _imports import new_module
    if hasattr(spec.loader, 'exec_module') and not hasattr(
            spec.loader, 'create_module'):
        raise ImportError('loaders that define exec_module() must also '
                          'define create_module()')
    return new_module(spec)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    if is_package is None and hasattr(loader, 'is_package'):
        is_package = loader.is_package(name)
    return ModuleSpec(name, loader, origin=origin,
                      is_package=bool(is_package))


def spec_from_file_location(name, location=None, *, loader=None,
                            submodule_search_locations=None):
    """The spec of a module whose text is in a file of the run."""
    loader = loader or SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    if submodule_search_locations is None and loader.is_package(name):
        submodule_search_locations = [location.rpartition('/')[0]]
    spec.submodule_search_locations = submodule_search_locations
    spec.has_location = True
    return spec
