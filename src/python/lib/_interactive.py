"""An interactive session: runs what was typed at each prompt.

As `python3` does, or, if any prompt has an `await` outside of functions, as
`python3 -m asyncio` does: then everything runs in one event loop. What starts
a loop by itself (`asyncio.run`) is also let do so, outside of that loop.
Tutorials print one session in several pieces: where a piece does not import
asyncio, it is there, as `python3 -m asyncio` has it.
"""

import sys

import _transcript

# Turns that the loop takes at most while the next prompt waits.
_MOST_TURNS = 1000


def run():
    """Runs all units; an exception ends only its own."""
    namespace = sys.modules['__main__'].__dict__
    sys.ps1, sys.ps2 = '>>> ', '... '
    if _transcript.assumes_asyncio():
        import asyncio
        namespace['asyncio'] = asyncio
    run_unit = _InLoop(namespace).run if _transcript.awaits() else _plainly
    while True:
        try:
            unit = _transcript.next_unit()
            if unit is None:
                return
            run_unit(*unit, namespace)
        except SystemExit:
            raise
        except BaseException as error:
            _show(error)


def _plainly(code, starts_loops, namespace):
    eval(code, namespace)


class _InLoop:
    """Runs units in an event loop, which goes on between the prompts."""

    def __init__(self, namespace):
        import asyncio
        import contextvars
        self._loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self._loop)
        self._context = contextvars.copy_context()

    def run(self, code, starts_loops, namespace):
        if starts_loops:
            eval(code, namespace)
            return
        loop = self._loop
        try:
            result = self._in_loop(code, namespace)
            if result is not None:
                loop.run_until_complete(
                    loop.create_task(result, context=self._context))
        finally:
            self._settle()

    def _in_loop(self, code, namespace):
        """The coroutine of a unit with an `await`; others are run."""
        result = error = None

        def evaluate():
            nonlocal result, error
            try:
                result = eval(code, namespace)
            except BaseException as raised:
                error = raised
            self._loop.stop()

        self._loop.call_soon(evaluate, context=self._context)
        self._loop.run_forever()
        if error is not None:
            raise error
        return result

    def _settle(self):
        """Nobody types as fast as what is ready runs; the clock stands."""
        turns = 0
        while self._loop._has_ready() and turns < _MOST_TURNS:
            self._loop.call_soon(self._loop.stop)
            self._loop.run_forever()
            turns += 1


def _show(error):
    """The traceback of an exception, without the frames of this module."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename != '<stdin>':
        trace = trace.tb_next
    sys.excepthook(type(error), error.with_traceback(trace), trace)
