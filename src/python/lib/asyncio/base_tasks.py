"""Where a task stands: `Task.get_stack` and `Task.print_stack`."""

import sys
import traceback
from itertools import islice


def _suspended(task):
    """The frame of an unfinished task's coroutine, with those below it.

    A coroutine that awaits another one has only its own frame, so for a task
    that does not run this is one frame.
    """
    coro = task.get_coro()
    frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
    while frame is not None:
        yield frame, frame.f_lineno
        frame = frame.f_back


def _places(task, limit):
    """Frames and lines, outermost first; `limit` keeps the innermost ones of
    a stack and the outermost ones of a traceback."""
    if limit is not None:
        limit = max(limit, 0)
    stack = list(islice(_suspended(task), limit))
    if stack or task._exception is None:
        return stack[::-1]
    walk = traceback.walk_tb(task._exception.__traceback__)
    return list(islice(walk, limit))


def _task_get_stack(task, limit):
    return [frame for frame, _ in _places(task, limit)]


def _task_print_stack(task, limit, file):
    error = task._exception
    places = _places(task, limit)
    kind = 'No stack' if not places else 'Stack' if error is None else 'Traceback'
    order = ' (most recent call last):' if places else ''
    print(f'{kind} for {task!r}{order}', file=file)
    # Without a file this is the only part that goes to stderr.
    summary = traceback.StackSummary.extract(places)
    print(*summary.format(), sep='', end='',
          file=sys.stderr if file is None else file)
    if error is not None:
        print(*traceback.format_exception_only(error), sep='', end='', file=file)
