"""Objects that stand in for others in tests, and remember what was done."""

__all__ = ['ANY', 'AsyncMock', 'DEFAULT', 'FILTER_DIR', 'MagicMock', 'Mock',
           'InvalidSpecError', 'NonCallableMagicMock', 'NonCallableMock',
           'PropertyMock',
           'ThreadingMock', 'call', 'create_autospec', 'mock_open', 'patch',
           'seal', 'sentinel']

from ._async import AsyncMock, AsyncMockMixin
from ._autospec import create_autospec
from ._base import FILTER_DIR, Base, InvalidSpecError, NonCallableMock, seal
from ._callable import CallableMixin, Mock, PropertyMock
from ._calls import ANY, DEFAULT, _Call, _CallList, call, sentinel
from ._magics import MagicMixin, MagicMock, NonCallableMagicMock
from ._open import mock_open
from ._patch import _patch, _patch_dict, patch


class ThreadingMock(MagicMock):
    """A MagicMock. There is one thread: what is waited for has happened."""

    def wait_until_called(self, *, timeout=None):
        self.assert_called()

    def wait_until_any_call_with(self, *args, **kwargs):
        self.assert_any_call(*args, **kwargs)


for _class in (AsyncMock, Mock, MagicMock, NonCallableMock, PropertyMock,
               NonCallableMagicMock, _Call, _CallList):
    _class.__module__ = __name__
del _class
