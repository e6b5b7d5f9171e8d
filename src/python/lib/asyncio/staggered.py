"""Running alternatives that start one after the other, until one succeeds."""

__all__ = ('staggered_race',)

from contextlib import suppress

from . import events, locks
from .tasks import wait, wait_for


async def staggered_race(coro_fns, delay, *, loop=None):
    """The first result, which of `coro_fns` gave it, and what they raised.

    The next one is started when the last one has failed or `delay` seconds
    are over; without a delay only when it has failed. The first one to succeed
    ends the others. Without any the result and the index are None.
    """
    loop = loop or events.get_running_loop()
    left = enumerate(coro_fns)
    result = winner = None
    errors = []
    runners = []

    async def run(predecessor_failed):
        nonlocal result, winner
        if predecessor_failed is not None:
            with suppress(TimeoutError):
                await wait_for(predecessor_failed.wait(), delay)
        place, function = next(left, (None, None))
        if function is None:
            return
        failed = locks.Event()
        runners.append(loop.create_task(run(failed)))
        errors.append(None)
        try:
            value = await function()
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:
            errors[place] = error
            failed.set()
        else:
            result, winner = value, place
            for other, runner in enumerate(runners):
                if other != place:
                    runner.cancel()

    runners.append(loop.create_task(run(None)))
    try:
        while not all(runner.done() for runner in runners):
            await wait(runners)
        return result, winner, errors
    finally:
        for runner in runners:
            runner.cancel()
