"""Exceptions of streams, files and barriers, which `asyncio.exceptions` has."""


class SendfileNotAvailableError(RuntimeError):
    """The system cannot send a file over this kind of socket."""

    __module__ = 'asyncio.exceptions'


class IncompleteReadError(EOFError):
    """The stream ended before everything that was asked for had arrived."""

    __module__ = 'asyncio.exceptions'

    def __init__(self, partial, expected):
        wanted = 'undefined' if expected is None else repr(expected)
        super().__init__(f'{len(partial)} bytes read on a total of '
                         f'{wanted} expected bytes')
        self.partial = partial
        self.expected = expected

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    """The buffer of a stream is full and the separator was not in it."""

    __module__ = 'asyncio.exceptions'

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed

    def __reduce__(self):
        return type(self), (self.args[0], self.consumed)


class BrokenBarrierError(RuntimeError):
    """The barrier was aborted or reset while tasks were waiting at it."""

    __module__ = 'asyncio.exceptions'
