"""`assertLogs` and `assertNoLogs`."""

import logging
from collections import namedtuple

Watched = namedtuple('LoggingWatcher', 'records output')


class _Keeper(logging.Handler):
    def __init__(self):
        super().__init__()
        self.watcher = Watched([], [])

    def emit(self, record):
        self.watcher.records.append(record)
        self.watcher.output.append(self.format(record))


class Logs:
    """Takes the place of a logger's handlers for a while."""

    def __init__(self, test, logger, level, none_wanted):
        self._test = test
        self._name = logger
        self._none_wanted = none_wanted
        if isinstance(level, str):
            level = logging.getLevelNamesMapping()[level]
        self.level = level or logging.INFO

    def __enter__(self):
        logger = self._name
        if not isinstance(logger, logging.Logger):
            logger = logging.getLogger(logger)
        self.logger = logger
        handler = _Keeper()
        handler.setLevel(self.level)
        handler.setFormatter(
            logging.Formatter('%(levelname)s:%(name)s:%(message)s'))
        self._watcher = handler.watcher
        self._before = logger.handlers, logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self._none_wanted else self._watcher

    def __exit__(self, kind, value, tb):
        self.logger.handlers, level, self.logger.propagate = self._before
        self.logger.setLevel(level)
        if kind is not None:
            return False
        level = logging.getLevelName(self.level)
        if self._none_wanted and self._watcher.records:
            self._test._fail('Unexpected logs found: '
                             f'{self._watcher.output!r}', None)
        if not self._none_wanted and not self._watcher.records:
            self._test._fail(f'no logs of level {level} or higher triggered '
                             f'on {self.logger.name}', None)
        return False
