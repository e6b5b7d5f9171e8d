"""asyncio for the playground: the loop is native, the rest is Python.

https://docs.python.org/3/library/asyncio.html says what each name means.
"""

from .base_events import *
from .coroutines import *
from .events import *
from .exceptions import *
from .futures import *
from .locks import *
from .queues import *
from .runners import *
from .streams import *
from .taskgroups import *
from .tasks import *
from .threads import *
from .timeouts import *
from .unix_events import *

from _asyncio import (
    _enter_task, _get_running_loop, _leave_task, _set_running_loop,
    future_add_to_awaited_by, future_discard_from_awaited_by)

from . import legacy


def __getattr__(name):
    return legacy.removed_name(name)


__all__ = (base_events.__all__ + coroutines.__all__ + events.__all__
           + exceptions.__all__ + futures.__all__ + locks.__all__
           + queues.__all__ + runners.__all__ + streams.__all__
           + taskgroups.__all__ + tasks.__all__ + threads.__all__
           + timeouts.__all__ + unix_events.__all__)
