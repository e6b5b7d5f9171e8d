"""Objects as bytes and back."""

__all__ = ['DEFAULT_PROTOCOL', 'HIGHEST_PROTOCOL', 'PickleError', 'Pickler',
           'PicklingError', 'Unpickler', 'UnpicklingError', 'dump', 'dumps',
           'load', 'loads']

import io

from _buffers import bytes_of

from ._errors import PickleError, PicklingError, UnpicklingError
from ._pickler import DEFAULT_PROTOCOL, HIGHEST_PROTOCOL, Pickler
from ._unpickler import Unpickler

format_version = '4.0'
compatible_formats = ['1.0', '1.1', '1.2', '1.3', '2.0', '3.0', '4.0', '5.0']

for _class in (PickleError, PicklingError, UnpicklingError, Pickler,
               Unpickler):
    _class.__module__ = '_pickle'
del _class


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Writes the bytes of an object to a file."""
    Pickler(file, protocol).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """The bytes of an object."""
    file = io.BytesIO()
    Pickler(file, protocol).dump(obj)
    return file.getvalue()


def load(file, *, fix_imports=True, encoding='ASCII', errors='strict',
         buffers=None):
    """Reads an object from a file."""
    return Unpickler(file, fix_imports=fix_imports).load()


def loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict',
          buffers=None):
    """The object of bytes."""
    return Unpickler(io.BytesIO(bytes_of(data)), fix_imports=fix_imports).load()


# Programs that extend the classes in Python know them by these names.
_Pickler, _Unpickler = Pickler, Unpickler
_dump, _dumps, _load, _loads = dump, dumps, load, loads
