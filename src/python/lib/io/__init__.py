"""Streams in memory. Files there are none; `sys.stdout` is native."""

__all__ = ['BufferedIOBase', 'BytesIO', 'DEFAULT_BUFFER_SIZE', 'IOBase',
           'RawIOBase', 'SEEK_CUR', 'SEEK_END', 'SEEK_SET', 'StringIO',
           'TextIOBase', 'TextIOWrapper', 'UnsupportedOperation']

import sys

from ._base import (
    SEEK_CUR, SEEK_END, SEEK_SET, BufferedIOBase, IOBase, RawIOBase,
    TextIOBase, UnsupportedOperation)
from ._bytes import BytesIO
from ._text import StringIO

DEFAULT_BUFFER_SIZE = 131072
TextIOWrapper = type(sys.stdout)
TextIOBase.register(TextIOWrapper)


def text_encoding(encoding, stacklevel=2, /):
    """The encoding to use where None was given."""
    return 'utf-8' if encoding is None else encoding
