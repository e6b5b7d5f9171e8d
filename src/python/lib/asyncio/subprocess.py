"""Names of `asyncio.subprocess`. The playground cannot start processes."""

__all__ = ('create_subprocess_exec', 'create_subprocess_shell')

from subprocess import DEVNULL, PIPE, STDOUT


class Process:
    """A child process; there is none here."""

    def __init__(self, transport, protocol, loop):
        _refuse()


def _refuse():
    raise NotImplementedError(
        'the playground cannot start another program: it has no processes')


async def create_subprocess_exec(program, *args, stdin=None, stdout=None,
                                 stderr=None, limit=None, **options):
    """Would start `program`."""
    _refuse()


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None,
                                  limit=None, **options):
    """Would start a shell that runs `cmd`."""
    _refuse()
