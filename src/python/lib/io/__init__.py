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

# Many programs only want a StringIO.
__lazy__ = {
    '_raw': 'FileIO', '_wrapper': 'TextIOWrapper', '_open': 'open_code',
    '_buffered': 'BufferedReader BufferedWriter BufferedRandom BufferedRWPair',
    '_newlines': 'IncrementalNewlineDecoder'}


def text_encoding(encoding, stacklevel=2, /):
    """The encoding to use where None was given."""
    return 'locale' if encoding is None else encoding
