"""What can go wrong."""


class PickleError(Exception):
    """Base of both."""


class PicklingError(PickleError):
    """The object cannot be written."""


class UnpicklingError(PickleError):
    """The bytes cannot be read."""
