"""What is in packages: modules, and files beside them."""

__all__ = ['ModuleInfo', 'extend_path', 'get_data', 'iter_modules',
           'resolve_name', 'walk_packages']

import importlib
import os
import sys
from collections import namedtuple

ModuleInfo = namedtuple('ModuleInfo', 'module_finder name ispkg')


def get_data(package, resource):
    """The bytes of a file beside a package's modules; None if it has none."""
    module = importlib.import_module(package)
    file = getattr(module, '__file__', None)
    if file is None:
        return None
    path = os.path.join(os.path.dirname(file), *resource.split('/'))
    with open(path, 'rb') as data:
        return data.read()


def iter_modules(path=None, prefix=''):
    """The modules in folders, sorted by name within each."""
    if isinstance(path, str):
        raise ValueError('path must be None or list of paths to look for '
                         'modules in')
    seen = set()
    for folder in sys.path if path is None else path:
        try:
            names = sorted(os.listdir(folder or '.'))
        except OSError:
            continue
        for entry in names:
            full = os.path.join(folder, entry)
            is_package = os.path.isfile(os.path.join(full, '__init__.py'))
            name = entry if is_package else entry.removesuffix('.py')
            if (is_package or name != entry) and name != '__init__' \
                    and name.isidentifier() and name not in seen:
                seen.add(name)
                yield ModuleInfo(None, prefix + name, is_package)


def walk_packages(path=None, prefix='', onerror=None):
    """As `iter_modules`, and into packages, which are imported for it."""
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            __import__(info.name)
        except ImportError:
            if onerror is not None:
                onerror(info.name)
        except Exception:
            if onerror is None:
                raise
            onerror(info.name)
        else:
            inner = getattr(sys.modules[info.name], '__path__', None) or []
            yield from walk_packages(inner, info.name + '.', onerror)


def extend_path(path, name):
    """The folders of a package's name that lie in other entries of the path."""
    if not isinstance(path, list):
        return path
    parent, _, tail = name.rpartition('.')
    search = sys.modules[parent].__path__ if parent else sys.path
    found = list(path)
    for entry in search:
        folder = os.path.join(entry, tail)
        if folder not in found \
                and os.path.isfile(os.path.join(folder, '__init__.py')):
            found.append(folder)
    return found


def resolve_name(name):
    """The object that `package.module:object.attribute` names."""
    module, colon, rest = name.partition(':')
    parts = module.split('.')
    if not all(part.isidentifier() for part in parts):
        raise ValueError(f'invalid format: {name!r}')
    if colon:
        found = importlib.import_module(module)
        return _inside(found, rest.split('.') if rest else [])
    found = importlib.import_module(parts[0])
    done = parts[0]
    for count, part in enumerate(parts[1:], 1):
        try:
            done += '.' + part
            found = importlib.import_module(done)
        except ImportError:
            return _inside(found, parts[count:])
    return found


def _inside(found, names):
    for name in names:
        found = getattr(found, name)
    return found
