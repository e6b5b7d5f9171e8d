"""Files that lie beside a package's modules."""

__all__ = ['Package', 'Resource', 'as_file', 'contents', 'files',
           'is_resource', 'open_binary', 'open_text', 'path', 'read_binary',
           'read_text']

import inspect
import os
import pathlib
import types
from contextlib import contextmanager
from importlib import import_module

Package = types.ModuleType | str
Resource = str


def files(package=None):
    """The folder of a package; without one, of the caller's."""
    if package is None:
        package = inspect.currentframe().f_back.f_globals['__package__']
    if not isinstance(package, types.ModuleType):
        package = import_module(package)
    if package.__spec__.submodule_search_locations is None:
        raise TypeError(f'{package.__spec__.name!r} is not a package')
    return pathlib.Path(list(package.__path__)[0])


@contextmanager
def as_file(path):
    """The files are files already, so this is the path itself."""
    yield path


def _resource(package, *names):
    for name in names:
        if os.path.dirname(name):
            raise ValueError(f'{name!r} must be only a file name')
    return files(package).joinpath(*names)


def open_binary(package, resource):
    return _resource(package, resource).open('rb')


def open_text(package, resource, encoding='utf-8', errors='strict'):
    return _resource(package, resource).open(encoding=encoding,
                                             errors=errors)


def read_binary(package, resource):
    return _resource(package, resource).read_bytes()


def read_text(package, resource, encoding='utf-8', errors='strict'):
    with open_text(package, resource, encoding, errors) as file:
        return file.read()


def path(package, resource):
    return as_file(_resource(package, resource))


def is_resource(package, name):
    return _resource(package, name).is_file()


def contents(package):
    return [entry.name for entry in files(package).iterdir()]
