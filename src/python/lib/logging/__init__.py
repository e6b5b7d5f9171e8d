"""Messages of a program about itself, by level and by logger."""

__all__ = [
    'BASIC_FORMAT', 'BufferingFormatter', 'CRITICAL', 'DEBUG', 'ERROR',
    'FATAL', 'FileHandler', 'Filter', 'Formatter', 'Handler', 'INFO',
    'LogRecord', 'Logger', 'LoggerAdapter', 'NOTSET', 'NullHandler',
    'StreamHandler', 'WARN', 'WARNING', 'addLevelName', 'basicConfig',
    'captureWarnings', 'critical', 'debug', 'disable', 'error', 'exception',
    'fatal', 'getHandlerByName', 'getHandlerNames', 'getLevelName',
    'getLevelNamesMapping', 'getLogRecordFactory', 'getLogger',
    'getLoggerClass', 'info', 'lastResort', 'log', 'makeLogRecord',
    'raiseExceptions', 'setLogRecordFactory', 'setLoggerClass', 'shutdown',
    'warn', 'warning',
]

from atexit import register

from ._levels import *
from ._levels import _check_level, _levelToName, _nameToLevel
from ._records import *
from ._records import (
    _FORMATS, BASIC_FORMAT, PercentStyle, StrFormatStyle, StringTemplateStyle)
from ._handlers import *
from ._handlers import _handler_list, _handlers_by_name, _stderr_handler
from ._loggers import *
from ._loggers import Manager, RootLogger, _manager, _tell_old

lastResort = _stderr_handler
raiseExceptions = True
root = _manager.root


def getLogger(name=None):
    """The logger of that name, the same each time; without a name the root."""
    if not name or isinstance(name, str) and name == root.name:
        return root
    return _manager.getLogger(name)


def basicConfig(*, filename=None, filemode='a', format=None, datefmt=None,
                style='%', level=None, stream=None, handlers=None, force=False,
                encoding=None, errors='backslashreplace', **unknown):
    """Gives the root logger a handler, unless it has one."""
    if force:
        for handler in root.handlers[:]:
            root.removeHandler(handler)
            handler.close()
    if root.handlers:
        return
    if handlers is None:
        if stream is not None and filename is not None:
            raise ValueError("'stream' and 'filename' should not be "
                             'specified together')
    elif stream is not None or filename is not None:
        raise ValueError("'stream' or 'filename' should not be specified "
                         "together with 'handlers'")
    if style not in _FORMATS:
        raise ValueError(f'Style must be one of: {",".join(_FORMATS)}')
    if handlers is None:
        if filename is not None:
            if 'b' in filemode:
                errors = None
            handlers = [FileHandler(filename, filemode, encoding=encoding,
                                    errors=errors)]
        else:
            handlers = [StreamHandler(stream)]
    formatter = Formatter(_FORMATS[style][1] if format is None else format,
                          datefmt, style)
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    if level is not None:
        root.setLevel(level)
    if unknown:
        raise ValueError(f'Unrecognised argument(s): {", ".join(unknown)}')


def _ensure_handler():
    if not root.handlers:
        basicConfig()


def debug(msg, *args, **kwargs):
    """Logs by the root logger."""
    _ensure_handler()
    root.debug(msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    """Logs by the root logger."""
    _ensure_handler()
    root.info(msg, *args, **kwargs)


def warning(msg, *args, **kwargs):
    """Logs by the root logger."""
    _ensure_handler()
    root.warning(msg, *args, **kwargs)


def error(msg, *args, **kwargs):
    """Logs by the root logger."""
    _ensure_handler()
    root.error(msg, *args, **kwargs)


def critical(msg, *args, **kwargs):
    """Logs by the root logger."""
    _ensure_handler()
    root.critical(msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    """Logs the exception that is being handled."""
    error(msg, *args, exc_info=exc_info, **kwargs)


def log(level, msg, *args, **kwargs):
    """Logs by the root logger."""
    _ensure_handler()
    root.log(level, msg, *args, **kwargs)


def warn(msg, *args, **kwargs):
    """The old name of `warning`."""
    _tell_old("The 'warn' function is deprecated, use 'warning' instead")
    warning(msg, *args, **kwargs)


fatal = critical


def disable(level=CRITICAL):
    """Drops everything up to this level, in all loggers."""
    _manager.disable = _check_level(level)


def getHandlerByName(name):
    """The handler with that name, or None."""
    return _handlers_by_name.get(name)


def getHandlerNames():
    """The names of all handlers that have one."""
    return frozenset(_handlers_by_name)


def shutdown(handlerList=_handler_list):
    """Flushes and closes all handlers, the newest first; called at the end."""
    for reference in reversed(handlerList[:]):
        handler = reference()
        if handler is None:
            continue
        try:
            handler.acquire()
            try:
                handler.flush()
                handler.close()
            except (OSError, ValueError):
                # It may have been closed before, by whoever had its stream.
                pass
            finally:
                handler.release()
        except:
            if raiseExceptions:
                raise


register(shutdown)


_plain_showwarning = None


def captureWarnings(capture):
    """Sends what the warnings module says to the logger 'py.warnings'."""
    global _plain_showwarning
    import warnings
    if capture and _plain_showwarning is None:
        _plain_showwarning = warnings.showwarning
        warnings.showwarning = _log_warning
    elif not capture and _plain_showwarning is not None:
        warnings.showwarning = _plain_showwarning
        _plain_showwarning = None


def _log_warning(message, category, filename, lineno, file=None, line=None):
    import warnings
    logger = getLogger('py.warnings')
    if not logger.handlers:
        logger.addHandler(NullHandler())
    logger.warning('%s', warnings.formatwarning(message, category, filename,
                                                lineno, line))
