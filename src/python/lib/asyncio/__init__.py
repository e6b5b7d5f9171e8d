"""asyncio for the playground: the loop is native, the rest is Python.

https://docs.python.org/3/library/asyncio.html says what each name means.
"""

from .base_events import *
from .coroutines import *
from .events import (
    AbstractEventLoop, AbstractEventLoopPolicy, DefaultEventLoopPolicy,
    Handle, TimerHandle, get_event_loop, get_event_loop_policy,
    get_running_loop, new_event_loop, set_event_loop, set_event_loop_policy)
from .exceptions import CancelledError, InvalidStateError, TimeoutError
from .futures import *
from .runners import *
from .tasks import *
from .unix_events import *

from _asyncio import (
    _enter_task, _get_running_loop, _leave_task, _set_running_loop,
    future_add_to_awaited_by, future_discard_from_awaited_by)

from . import legacy

# Every program waits for the modules above, so what not every program needs
# comes when it is first asked for.
__lazy__ = {
    'graph': '''
        FrameCallGraphEntry FutureCallGraph capture_call_graph
        format_call_graph print_call_graph''',
    'locks': 'Lock Event Condition Semaphore BoundedSemaphore Barrier',
    'memory_network': 'Server',
    'protocols': '''
        BaseProtocol BufferedProtocol DatagramProtocol Protocol
        SubprocessProtocol''',
    'queues': '''
        Queue LifoQueue PriorityQueue QueueEmpty QueueFull QueueShutDown''',
    'streams': '''
        StreamReader StreamReaderProtocol StreamWriter open_connection
        open_unix_connection start_server start_unix_server''',
    'subprocess': 'create_subprocess_exec create_subprocess_shell',
    'taskgroups': 'TaskGroup',
    'threads': 'to_thread',
    'timeouts': 'Timeout timeout timeout_at',
    'transports': '''
        BaseTransport DatagramTransport ReadTransport SubprocessTransport
        Transport WriteTransport''',
    **events.__lazy__, **exceptions.__lazy__,
    'base_tasks': '', 'log': '', 'staggered': '', 'constants': '',
    'base_futures': '', 'format_helpers': '', 'selector_events': '',
}

__all__ = (base_events.__all__ + coroutines.__all__ + events.__all__
           + exceptions.__all__ + futures.__all__ + runners.__all__
           + tasks.__all__ + unix_events.__all__
           + tuple([name for home, names in __lazy__.items()
                    if home[0] != '_' for name in names.split()])
           + ('future_add_to_awaited_by', 'future_discard_from_awaited_by'))

__getattr__ = legacy.removed_name
