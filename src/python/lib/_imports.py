"""Modules that the program brings: from its own finders, and from files.

`load` is asked for what the library does not have. The finders in
`sys.meta_path` come first, then the files below `sys.path`.
"""

import sys
import types

from _files import Directory, File, current_directory, find


class PathFinder:
    """Finds modules in the files of the run."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        tail = fullname.rpartition('.')[2]
        portions = []
        for entry in sys.path if path is None else path:
            if not isinstance(entry, str):
                continue
            if entry in ('', '.'):
                entry = current_directory()
            elif not entry.startswith('/'):
                entry = f'{current_directory()}/{entry}'
            base = f'{entry}/{tail}'
            kind = _kind(base)
            if kind is Directory and _kind(base + '/__init__.py') is File:
                return _spec(fullname, base + '/__init__.py', [base])
            if _kind(base + '.py') is File:
                return _spec(fullname, base + '.py', None)
            if kind is Directory:
                portions.append(base)
        if not portions:
            return None
        from importlib.machinery import ModuleSpec
        spec = ModuleSpec(fullname, None, is_package=True)
        spec.submodule_search_locations = portions
        return spec

    @classmethod
    def invalidate_caches(cls):
        pass


def _kind(path):
    try:
        return type(find(path))
    except OSError:
        return None


def _spec(name, path, locations):
    from importlib.machinery import ModuleSpec, SourceFileLoader
    spec = ModuleSpec(name, SourceFileLoader(name, path), origin=path,
                      is_package=locations is not None)
    spec.submodule_search_locations = locations
    spec.has_location = True
    return spec


def find_spec(name, target=None):
    """The spec of a module by its full name; None if nobody knows it."""
    path = None
    parent = name.rpartition('.')[0]
    if parent:
        path = getattr(sys.modules[parent], '__path__', None)
        if path is None:
            return None
    for finder in list(sys.meta_path):
        method = getattr(finder, 'find_spec', None)
        spec = method and method(name, path, target)
        if spec is not None:
            return spec
    return PathFinder.find_spec(name, path)


def load(name):
    """A module that is not in `sys.modules` yet; None if nobody knows it."""
    spec = find_spec(name)
    return None if spec is None else load_spec(spec)


def load_spec(spec):
    """The module of a spec, which stays out of `sys.modules` if it fails."""
    name = spec.name
    loader = spec.loader
    if loader is not None and not hasattr(loader, 'exec_module'):
        return loader.load_module(name)
    module = new_module(spec)
    sys.modules[name] = module
    # Errors then tell of a circle of imports.
    spec._initializing = True
    try:
        if loader is not None:
            loader.exec_module(module)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    finally:
        spec._initializing = False
    return sys.modules.get(name, module)


def new_module(spec):
    """An empty module with the names that its spec tells."""
    create = getattr(spec.loader, 'create_module', None)
    module = create(spec) if create is not None else None
    if module is None:
        module = types.ModuleType(spec.name)
    module.__spec__ = spec
    module.__loader__ = spec.loader
    module.__package__ = spec.parent
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
        if spec.loader is None:
            module.__file__ = None
    if spec.has_location:
        module.__file__ = spec.origin
        module.__cached__ = spec.cached
    return module
