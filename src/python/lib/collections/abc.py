"""The abstract classes of containers, iterators and awaitables."""

from _collections_abc import *
from _collections_abc import __all__
# Its objects are pickled by this name.
from _collections_abc import _CallableAlias
