"""`open`."""

import warnings
from operator import index
from os import fspath

from ._base import UnsupportedOperation
from ._buffered import (
    DEFAULT_BUFFER_SIZE, BufferedRandom, BufferedReader, BufferedWriter)
from ._raw import FileIO
from ._wrapper import TextIOWrapper


def open(file, mode='r', buffering=-1, encoding=None, errors=None,
         newline=None, closefd=True, opener=None):
    """A stream over a file of the run, given by path or descriptor."""
    if not isinstance(file, int):
        file = fspath(file)
    for name, value in (('mode', mode), ('encoding', encoding),
                        ('errors', errors)):
        if not isinstance(value, str) and (value is not None
                                           or name == 'mode'):
            optional = '' if name == 'mode' else ' or None'
            raise TypeError(f'open() argument {name!r} must be str{optional}, '
                            f'not {type(value).__name__}')
    buffering = index(buffering)
    signs = set(mode)
    if signs - set('axrwb+t') or len(mode) > len(signs):
        raise ValueError(f'invalid mode: {mode!r}')
    binary = 'b' in signs
    if 't' in signs and binary:
        raise ValueError("can't have text and binary mode at once")
    kinds = [sign for sign in mode if sign in 'rwax']
    if len(kinds) != 1:
        raise ValueError('must have exactly one of create/read/write/append '
                         'mode' if kinds else
                         'Must have exactly one of create/read/write/append '
                         'mode and at most one plus')
    for name, value in (('encoding', encoding), ('errors', errors),
                        ('newline', newline)):
        if binary and value is not None:
            article = 'a' if name == 'newline' else 'an'
            raise ValueError(
                f"binary mode doesn't take {article} {name} argument")
    if binary and buffering == 1:
        warnings.warn("line buffering (buffering=1) isn't supported in binary "
                      'mode, the default buffer size will be used',
                      RuntimeWarning, 3)
    if buffering == 0 and not binary:
        # CPython finds out after the file is open, which creates it.
        FileIO(file, kinds[0] + '+' * ('+' in signs), closefd, opener).close()
        raise ValueError("can't have unbuffered text I/O")
    raw = FileIO(file, kinds[0] + '+' * ('+' in signs), closefd, opener)
    if buffering == 0:
        return raw
    try:
        size = DEFAULT_BUFFER_SIZE if buffering <= 1 else buffering
        if '+' in signs:
            buffer = BufferedRandom(raw, size)
        elif kinds[0] == 'r':
            buffer = BufferedReader(raw, size)
        else:
            buffer = BufferedWriter(raw, size)
        if binary:
            return buffer
        text = TextIOWrapper(buffer, encoding, errors, newline,
                             buffering == 1)
    except BaseException:
        raw.close()
        raise
    text.mode = mode
    return text


def open_code(path):
    """A file of Python code, for reading its bytes."""
    return open(path, 'rb')
