"""Open files by their number, as `os.open` and `io.FileIO` use them."""

import sys

from ._errors import error
from ._tree import Directory, File, Link, S_IFIFO, locate, mask, put, truncate

O_ACCESS, O_WRONLY, O_RDWR = 3, 1, 2
O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_DIRECTORY = 64, 128, 512, 1024, 65536

# Descriptors that may be open at once, as on an ordinary Linux.
_MOST = 1024


class Open:
    """An open file: the node, what may be done with it, and the position."""

    def __init__(self, node, flags):
        self.node = node
        self.readable = flags & O_ACCESS != O_WRONLY
        self.writable = flags & O_ACCESS != 0
        self.appending = bool(flags & O_APPEND)
        self.position = 0

    @property
    def seekable(self):
        return self.node.kind != S_IFIFO and self.node.device in (None, 'null')

    def read(self, size):
        """At most `size` bytes; all that are left for a negative size."""
        if not self.readable:
            raise error(9)
        node = self.node
        if isinstance(node, Directory):
            raise error(21)
        if node.device is not None:
            return _read_device(node.device, size)
        if node.kind == S_IFIFO:
            taken = bytes(node.data if size < 0 else node.data[:size])
            del node.data[:len(taken)]
            return taken
        end = None if size < 0 else self.position + size
        taken = bytes(node.data[self.position:end])
        self.position += len(taken)
        return taken

    def write(self, data):
        """Writes bytes at the position, or at the end; how many."""
        if not self.writable:
            raise error(9)
        node = self.node
        count = len(data)
        if node.device is not None:
            _write_device(node.device, data)
        elif node.kind == S_IFIFO:
            node.data += data
        elif count:
            stored = node.data
            if self.appending:
                self.position = len(stored)
            missing = self.position - len(stored)
            if missing > 0:
                stored += bytes(missing)
            stored[self.position:self.position + count] = data
            self.position += count
            node.touch()
        return count

    def seek(self, offset, whence):
        if not self.seekable:
            raise error(29)
        if whence == 1:
            offset += self.position
        elif whence == 2:
            offset += self.node.size
        elif whence != 0:
            raise error(22)
        if offset < 0:
            raise error(22)
        self.position = offset
        return offset

    def truncate(self, length):
        if not self.writable or length < 0 or not self.seekable:
            raise error(22)
        truncate(self.node, length)


def _read_device(device, size):
    if device == 'stdin':
        return sys.__stdin__.read(size).encode()
    return b''


def _write_device(device, data):
    if device in ('stdout', 'stderr'):
        stream = sys.__stdout__ if device == 'stdout' else sys.__stderr__
        stream.write(bytes(data).decode('utf-8', 'replace'))


def _standard():
    made = {}
    for number, device in enumerate(('stdin', 'stdout', 'stderr')):
        made[number] = Open(File(0o620, device=device), 1 if number else 0)
    return made


_open = _standard()


def _keep(handle):
    for number in range(_MOST):
        if number not in _open:
            _open[number] = handle
            return number
    raise error(24)


def open_descriptor(path, flags, mode=0o777):
    """The number of a newly opened file."""
    directory, name, node = locate(path)
    if node is None:
        if not flags & O_CREAT:
            raise error(2, path)
        if not name:
            raise error(21, path)
        if isinstance(directory.entries.get(name), Link):
            raise error(2, path)
        node = File(mode & ~mask())
        put(directory, name, node)
    elif flags & O_CREAT and flags & O_EXCL:
        raise error(17, path)
    elif isinstance(node, Directory):
        if flags & O_ACCESS or flags & O_CREAT:
            raise error(21, path)
    elif flags & O_DIRECTORY:
        raise error(20, path)
    elif flags & O_TRUNC and node.device is None:
        truncate(node, 0)
    return _keep(Open(node, flags))


def descriptor(number):
    """The open file of a number; OSError 9 if there is none."""
    handle = _open.get(number)
    if handle is None:
        raise error(9)
    return handle


def duplicate(number, wanted=None):
    """A second number for an open file; `wanted` is closed before."""
    handle = descriptor(number)
    if wanted is None:
        return _keep(handle)
    _open[wanted] = handle
    return wanted


def close(number):
    descriptor(number)
    del _open[number]


def pipe():
    """Two numbers: what is written to the second is read from the first."""
    node = File()
    node.kind = S_IFIFO
    return _keep(Open(node, 0)), _keep(Open(node, O_WRONLY))


def stream_kind(number):
    """'stdin', 'stdout' or 'stderr' for these, None for a file."""
    node = descriptor(number).node
    return node.device if node.kind != 0o100000 and isinstance(
        node, File) else None
