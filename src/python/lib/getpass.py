"""Who runs the program. Nobody can type a password here."""

__all__ = ['GetPassWarning', 'getpass', 'getuser']

import os


class GetPassWarning(UserWarning):
    """What is typed may be seen."""


def getpass(prompt='Password: ', stream=None):
    """Asks like `input`: the page has no hidden field."""
    return input(prompt)


def getuser():
    for name in ('LOGNAME', 'USER', 'LNAME', 'USERNAME'):
        if found := os.environ.get(name):
            return found
    return 'visitor'
