"""Streams: texts and bytes in memory, and files of the run's file system.

`sys.stdout` and its like are native.
"""

__all__ = ['BlockingIOError', 'BufferedIOBase', 'BufferedRWPair',
           'BufferedRandom', 'BufferedReader', 'BufferedWriter', 'BytesIO',
           'DEFAULT_BUFFER_SIZE', 'FileIO', 'IOBase',
           'IncrementalNewlineDecoder', 'RawIOBase', 'SEEK_CUR', 'SEEK_END',
           'SEEK_SET', 'StringIO', 'TextIOBase', 'TextIOWrapper',
           'UnsupportedOperation', 'open', 'open_code', 'text_encoding']

import sys
from builtins import BlockingIOError, open

from ._base import (
    SEEK_CUR, SEEK_END, SEEK_SET, BufferedIOBase, IOBase, RawIOBase,
    TextIOBase, UnsupportedOperation)
from ._bytes import BytesIO
from ._text import StringIO

DEFAULT_BUFFER_SIZE = 8192

TextIOBase.register(type(sys.stdout))

# Loaded when first used: many programs only want a StringIO.
_LATER = {'FileIO': '_raw', 'BufferedReader': '_buffered',
          'BufferedWriter': '_buffered', 'BufferedRandom': '_buffered',
          'BufferedRWPair': '_buffered', 'TextIOWrapper': '_wrapper',
          'IncrementalNewlineDecoder': '_newlines', 'open_code': '_open'}


def __getattr__(name):
    if name not in _LATER:
        raise AttributeError(f"module 'io' has no attribute {name!r}")
    module = __import__('io.' + _LATER[name], fromlist=[name])
    found = globals()[name] = getattr(module, name)
    if name == 'TextIOWrapper':
        found.register(type(sys.stdout))
    return found


def __dir__():
    return sorted({*globals(), *_LATER})


def text_encoding(encoding, stacklevel=2, /):
    """The encoding to use where None was given."""
    return 'locale' if encoding is None else encoding
