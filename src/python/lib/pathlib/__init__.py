"""Paths as objects."""

__all__ = ['Path', 'PosixPath', 'PurePath', 'PurePosixPath',
           'PureWindowsPath', 'UnsupportedOperation', 'WindowsPath']

from io import UnsupportedOperation as _Unsupported

from ._concrete import Path, PosixPath
from ._pure import PurePath, PurePosixPath, PureWindowsPath


class UnsupportedOperation(_Unsupported, NotImplementedError):
    """A path cannot do this on this system."""


class WindowsPath(Path, PureWindowsPath):
    """Only Windows has it."""

    __slots__ = ()

    def __new__(cls, *args):
        raise UnsupportedOperation(
            "cannot instantiate 'WindowsPath' on your system")


for _class in (Path, PosixPath, PurePath, PurePosixPath, PureWindowsPath):
    _class.__module__ = __name__
del _class
