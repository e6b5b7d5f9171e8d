"""Names of `selectors`. There is nothing to wait for outside the playground."""

__all__ = ['BaseSelector', 'DefaultSelector', 'EVENT_READ', 'EVENT_WRITE',
           'SelectSelector', 'SelectorKey']

from collections import namedtuple

EVENT_READ = 1
EVENT_WRITE = 2

SelectorKey = namedtuple('SelectorKey', 'fileobj fd events data')


class BaseSelector:
    """Waits for files; here there are none to register."""

    def __init__(self):
        self._closed = False

    def register(self, fileobj, events, data=None):
        raise OSError(38, 'selectors do not work here: the playground has no '
                      'sockets or pipes')

    def unregister(self, fileobj):
        raise KeyError(f'{fileobj!r} is not registered')

    def select(self, timeout=None):
        if timeout is None:
            raise RuntimeError('select() would wait forever: nothing can be '
                               'registered in the playground')
        from time import sleep
        sleep(max(timeout, 0))
        return []

    def get_map(self):
        return {}

    def close(self):
        self._closed = True

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


class SelectSelector(BaseSelector):
    """As all selectors here."""


DefaultSelector = SelectSelector
