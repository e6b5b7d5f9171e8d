"""Loggers: a tree by the dots in their names."""

__all__ = ['Logger', 'LoggerAdapter', 'getLoggerClass', 'setLoggerClass']

# Where programs find the classes, which show it.
__name__ = 'logging'

import sys
from types import GenericAlias

from ._levels import (
    CRITICAL, DEBUG, ERROR, INFO, NOTSET, WARNING, _check_level, getLevelName)
from ._records import Filterer, getLogRecordFactory


class Logger(Filterer):
    """Passes messages to its handlers and to those of the loggers above it."""

    manager = None
    root = None

    def __init__(self, name, level=NOTSET):
        super().__init__()
        self.name = name
        self.level = _check_level(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def setLevel(self, level):
        """Drops what is less grave; NOTSET: as the logger above it."""
        self.level = _check_level(level)

    def getEffectiveLevel(self):
        """Its level, or the nearest that is set above it."""
        logger = self
        while logger is not None:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        """Whether a message of that level would go on."""
        return (not self.disabled and level > self.manager.disable
                and level >= self.getEffectiveLevel())

    def debug(self, msg, *args, **kwargs):
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, **kwargs)

    def info(self, msg, *args, **kwargs):
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, **kwargs)

    def error(self, msg, *args, **kwargs):
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        """Logs the exception that is being handled."""
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        _tell_old("The 'warn' method is deprecated, use 'warning' instead")
        self.warning(msg, *args, **kwargs)

    fatal = critical

    def log(self, level, msg, *args, **kwargs):
        if not isinstance(level, int):
            import logging
            if not logging.raiseExceptions:
                return
            raise TypeError('level must be an integer')
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    def _log(self, level, msg, args, exc_info=None, extra=None,
             stack_info=False, stacklevel=1):
        frame = _caller(stacklevel)
        if exc_info:
            if isinstance(exc_info, BaseException):
                exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
            elif not isinstance(exc_info, tuple):
                exc_info = sys.exc_info()
        calls = None
        if stack_info:
            import traceback
            calls = ('Stack (most recent call last):\n'
                     + ''.join(traceback.format_stack(frame)).rstrip('\n'))
        code = frame.f_code
        self.handle(self.makeRecord(
            self.name, level, code.co_filename, frame.f_lineno, msg, args,
            exc_info, code.co_name, extra, calls))

    def findCaller(self, stack_info=False, stacklevel=1):
        """File, line, function and stack of the call that logs."""
        frame = _caller(stacklevel)
        calls = None
        if stack_info:
            import traceback
            calls = ('Stack (most recent call last):\n'
                     + ''.join(traceback.format_stack(frame)).rstrip('\n'))
        code = frame.f_code
        return code.co_filename, frame.f_lineno, code.co_name, calls

    def __reduce__(self):
        # By its name: there is one logger of each.
        import logging
        if logging.getLogger(self.name) is not self:
            import pickle
            raise pickle.PicklingError('logger cannot be pickled')
        return logging.getLogger, (self.name,)

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None,
                   extra=None, sinfo=None):
        """A record, with the attributes of `extra`."""
        record = getLogRecordFactory()(name, level, fn, lno, msg, args,
                                       exc_info, func, sinfo)
        for key, value in (extra or {}).items():
            if key in ('message', 'asctime') or key in record.__dict__:
                raise KeyError(f'Attempt to overwrite {key!r} in LogRecord')
            record.__dict__[key] = value
        return record

    def handle(self, record):
        """Passes the record on if no filter is against it."""
        if self.disabled:
            return
        found = self.filter(record)
        if found:
            self.callHandlers(found)

    def callHandlers(self, record):
        """Passes the record to every handler from here upwards."""
        served = False
        logger = self
        while logger is not None:
            for handler in logger.handlers:
                served = True
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if not served:
            import logging
            last = logging.lastResort
            if last is not None:
                if record.levelno >= last.level:
                    last.handle(record)
            elif (logging.raiseExceptions
                  and not self.manager.emittedNoHandlerWarning):
                self.manager.emittedNoHandlerWarning = True
                sys.stderr.write('No handlers could be found for logger '
                                 f'"{self.name}"\n')

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        """Whether any handler would get a message."""
        logger = self
        while logger is not None:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def getChild(self, suffix):
        """The logger below this one."""
        if self.root is not self:
            suffix = f'{self.name}.{suffix}'
        return self.manager.getLogger(suffix)

    def getChildren(self):
        """The loggers just below this one."""
        return {logger for logger in self.manager.loggerDict.values()
                if logger.parent is self}

    def __repr__(self):
        level = getLevelName(self.getEffectiveLevel())
        return f'<{type(self).__name__} {self.name} ({level})>'


def _tell_old(words):
    """Warns at the place that called for something old."""
    import warnings
    warnings.warn(words, DeprecationWarning, 3)


def _caller(stacklevel):
    """The frame that logs: the first outside of this package."""
    frame = sys._getframe(2)
    while True:
        if frame.f_globals.get('__name__') != __name__:
            stacklevel -= 1
            if stacklevel <= 0:
                return frame
        if frame.f_back is None:
            return frame
        frame = frame.f_back


class RootLogger(Logger):
    """The logger above all others."""

    def __init__(self, level):
        super().__init__('root', level)


_logger_class = Logger


def setLoggerClass(klass):
    """Makes later loggers objects of another class."""
    global _logger_class
    if not issubclass(klass, Logger):
        raise TypeError('logger not derived from logging.Logger: '
                        + klass.__name__)
    _logger_class = klass


def getLoggerClass():
    """The class of new loggers."""
    return _logger_class


class Manager:
    """Knows all loggers by name."""

    def __init__(self, rootnode):
        self.root = rootnode
        self.disable = 0
        self.emittedNoHandlerWarning = False
        self.loggerDict = {}

    def getLogger(self, name):
        """The logger of that name, made if need be."""
        if not isinstance(name, str):
            raise TypeError('A logger name must be a string')
        logger = self.loggerDict.get(name)
        if logger is None:
            logger = self.loggerDict[name] = _logger_class(name)
            logger.manager = self
            self._place(logger)
        return logger

    def _place(self, logger):
        """Hangs a new logger below its nearest relative, others below it."""
        above = logger.name
        logger.parent = self.root
        while '.' in above:
            above = above.rpartition('.')[0]
            if above in self.loggerDict:
                logger.parent = self.loggerDict[above]
                break
        prefix = logger.name + '.'
        for other in self.loggerDict.values():
            if other.name.startswith(prefix) and not (
                    other.parent.name.startswith(prefix)):
                other.parent = logger


_root = RootLogger(WARNING)
Logger.root = _root
_manager = Logger.manager = Manager(_root)


class LoggerAdapter:
    """A logger that adds the same things to each message."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, logger, extra=None, merge_extra=False):
        self.logger = logger
        self.extra = extra
        self.merge_extra = merge_extra

    @property
    def name(self):
        return self.logger.name

    def process(self, msg, kwargs):
        """The message and the keywords as they are passed on."""
        if self.merge_extra and 'extra' in kwargs:
            kwargs['extra'] = {**self.extra, **kwargs['extra']}
        else:
            kwargs['extra'] = self.extra
        return msg, kwargs

    def log(self, level, msg, *args, **kwargs):
        if self.logger.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)

    # Level, handlers and the like are those of the logger.

    def setLevel(self, level):
        self.logger.setLevel(level)

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def hasHandlers(self):
        return self.logger.hasHandlers()

    def __getattr__(self, name):
        if name in ('name', 'manager', 'handlers', 'level'):
            return getattr(self.logger, name)
        raise AttributeError(
            f'{type(self).__name__!r} object has no attribute {name!r}')

    def __repr__(self):
        level = getLevelName(self.logger.getEffectiveLevel())
        return f'<{type(self).__name__} {self.logger.name} ({level})>'
