"""Checks of arguments that C code takes: bytes of objects, and sizes."""

from operator import index


def bytes_of(data):
    """The bytes of a bytes-like object; a `bytearray` as it is."""
    if isinstance(data, (bytes, bytearray)):
        return data
    if isinstance(data, memoryview) and not data.c_contiguous:
        raise BufferError('memoryview: underlying buffer is not C-contiguous')
    if hasattr(data, 'tobytes'):
        return data.tobytes()
    raise TypeError("a bytes-like object is required, not "
                    f"'{type(data).__name__}'")


def check_writable(buffer, start='argument'):
    """Raises a `TypeError` for what bytes cannot be put into."""
    if isinstance(buffer, bytearray):
        return
    if not hasattr(buffer, 'tobytes') or getattr(buffer, 'readonly', False):
        given = 'None' if buffer is None else type(buffer).__name__
        raise TypeError(f'{start} must be read-write bytes-like object, not '
                        f'{given}')


def size_of(size):
    """A size as an int; None and what is below 0 are -1."""
    if size is None:
        return -1
    if not hasattr(type(size), '__index__'):
        raise TypeError('argument should be integer or None, not '
                        f"'{type(size).__name__}'")
    return max(index(size), -1)
