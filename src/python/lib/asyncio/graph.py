"""Who awaits whom: the call graph of a task or future.

Python 3.14; https://docs.python.org/3/library/asyncio-graph.html
"""

__all__ = ('capture_call_graph', 'format_call_graph', 'print_call_graph',
           'FrameCallGraphEntry', 'FutureCallGraph')

import sys
from dataclasses import dataclass

from . import events
from . import futures
from . import tasks

# A flag of code objects.
_COROUTINE = 0x80


@dataclass(frozen=True, slots=True)
class FrameCallGraphEntry:
    """One frame of a call stack."""

    frame: object


@dataclass(frozen=True, slots=True)
class FutureCallGraph:
    """A future, the stack of its coroutine, and the graphs of who awaits it."""

    future: object
    call_stack: tuple
    awaited_by: tuple


def _frame_of(coro):
    for name in ('cr_frame', 'gi_frame', 'ag_frame'):
        frame = getattr(coro, name, None)
        if frame is not None:
            return frame
    return None


def _awaited_by(coro):
    for name in ('cr_await', 'gi_yieldfrom', 'ag_await'):
        inner = getattr(coro, name, None)
        if inner is not None:
            return inner
    return None


def _suspended_stack(future, limit):
    """The frames of a task that is not running, innermost first."""
    coro = future.get_coro() if isinstance(future, tasks.Task) else None
    entries = []
    while coro is not None and (frame := _frame_of(coro)) is not None:
        entries.append(FrameCallGraphEntry(frame))
        coro = _awaited_by(coro)
    return _cut(entries[::-1], limit)


def _cut(entries, limit):
    """`limit` > 0: so many of the innermost calls; < 0: of the outermost."""
    if limit == 0:
        return ()
    if limit is not None:
        entries = entries[:limit] if limit > 0 else entries[limit:]
    return tuple(entries)


def _graph_of(future, limit):
    awaiting = future._asyncio_awaited_by or ()
    return FutureCallGraph(
        future, _suspended_stack(future, limit),
        tuple(_graph_of(waiter, limit) for waiter in awaiting))


def capture_call_graph(future=None, /, *, depth=1, limit=None):
    """The graph of `future`, or of the running task; None outside of one."""
    loop = events._get_running_loop()
    if future is None:
        if loop is None:
            raise RuntimeError(
                'capture_call_graph() is called outside of a running event '
                'loop and no *future* to introspect was provided')
        future = tasks.current_task(loop)
        if future is None:
            return None
    if not futures.isfuture(future):
        raise TypeError(f'{future!r} object does not appear to be compatible '
                        'with asyncio.Future')
    if loop is None or future is not tasks.current_task(loop):
        return _graph_of(future, limit)

    # The task that runs has its calls on the interpreter's own stack.
    entries = []
    frame = sys._getframe(depth)
    while frame is not None:
        entries.append(FrameCallGraphEntry(frame))
        frame = frame.f_back
    # Below the task's outermost frame there is only the loop.
    outermost = _frame_of(future.get_coro()).f_code
    while entries and entries[-1].frame.f_code is not outermost:
        entries.pop()
    awaiting = future._asyncio_awaited_by or ()
    return FutureCallGraph(
        future, _cut(entries, limit),
        tuple(_graph_of(waiter, limit) for waiter in awaiting))


def format_call_graph(future=None, /, *, depth=1, limit=None):
    """The graph as text; an empty one outside of a task."""
    graph = capture_call_graph(future, depth=depth + 1, limit=limit)
    if graph is None:
        return ''
    lines = []
    _add_lines(lines, graph, 0)
    return '\n'.join(lines)


def _add_lines(lines, graph, level):
    def add(text):
        lines.append(' ' * 4 * level + text)

    future = graph.future
    if isinstance(future, tasks.Task):
        add(f'* Task(name={future.get_name()!r}, id={id(future):#x})')
    else:
        add(f'* Future(id={id(future):#x})')
    if graph.call_stack:
        add('  + Call stack:')
    for entry in graph.call_stack:
        frame = entry.frame
        code = frame.f_code
        kind = 'async ' if code.co_flags & _COROUTINE else ''
        add(f'  |   File {code.co_filename!r}, line {frame.f_lineno}, '
            f'in {kind}{code.co_qualname}()')
    if graph.awaited_by:
        add('  + Awaited by:')
        for waiter in graph.awaited_by:
            _add_lines(lines, waiter, level + 1)


def print_call_graph(future=None, /, *, file=None, depth=1, limit=None):
    """Writes the graph to `file`, by default to stdout."""
    print(format_call_graph(future, depth=depth + 1, limit=limit), file=file)
