"""What `assertRaises`, `assertWarns` and `assertLogs` give to `with`."""

import collections
import re
import sys
import warnings


class _Context:
    """`handle` either is the context or calls a function inside of it."""

    kind, kinds = type, 'a class'

    def __init__(self, expected, test_case, expected_regex=None):
        self.expected = expected
        self.test_case = test_case
        if isinstance(expected_regex, (str, bytes)):
            expected_regex = re.compile(expected_regex)
        self.expected_regex = expected_regex
        self.obj_name = None
        self.msg = None

    def _raiseFailure(self, text):
        raise self.test_case.failureException(
            self.test_case._formatMessage(self.msg, text))

    def handle(self, name, args, kwargs):
        expected = self.expected if isinstance(
            self.expected, tuple) else (self.expected,)
        if not all(isinstance(kind, type) and issubclass(kind, self.kind)
                   for kind in expected):
            raise TypeError(f'{name}() arg 1 must be {self.kinds}')
        if not args:
            self.msg = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError(f'{next(iter(kwargs))!r} is an invalid '
                                'keyword argument for this function')
            return self
        function, *args = args
        self.obj_name = getattr(function, '__name__', None) or str(function)
        with self:
            function(*args, **kwargs)
        return None

    def _nothing(self, what):
        kind = self.expected
        name = getattr(kind, '__name__', None) or str(kind)
        by = f' by {self.obj_name}' if self.obj_name else ''
        self._raiseFailure(f'{name} not {what}{by}')


class _AssertRaisesContext(_Context):
    kind = BaseException
    kinds = 'an exception type or tuple of exception types'

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if kind is None:
            self._nothing('raised')
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        pattern = self.expected_regex
        if pattern is not None and not pattern.search(str(value)):
            self._raiseFailure(f'"{pattern.pattern}" does not match '
                               f'"{value}"')
        return True

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


class _AssertWarnsContext(_Context):
    kind = Warning
    kinds = 'a warning type or tuple of warning types'

    def __enter__(self):
        # Warnings that were shown before are to be shown again.
        for module in list(sys.modules.values()):
            if getattr(module, '__warningregistry__', None):
                module.__warningregistry__ = {}
        self._catcher = warnings.catch_warnings(record=True)
        self.warnings = self._catcher.__enter__()
        warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, kind, value, tb):
        self._catcher.__exit__(kind, value, tb)
        if kind is not None:
            return
        pattern, first = self.expected_regex, None
        for record in self.warnings:
            warning = record.message
            if not isinstance(warning, self.expected):
                continue
            first = first or warning
            if pattern is None or pattern.search(str(warning)):
                self.warning = warning
                self.filename = record.filename
                self.lineno = record.lineno
                return
        if first is not None:
            self._raiseFailure(f'"{pattern.pattern}" does not match '
                               f'"{first}"')
        self._nothing('triggered')


_LoggingWatcher = collections.namedtuple('_LoggingWatcher', 'records output')


class _AssertLogsContext:
    """Takes the place of a logger's handlers for a while."""

    LOGGING_FORMAT = '%(levelname)s:%(name)s:%(message)s'

    def __init__(self, test_case, logger_name, level, no_logs,
                 formatter=None):
        import logging
        self.test_case = test_case
        self.logger_name = logger_name
        if isinstance(level, str):
            level = logging.getLevelNamesMapping().get(level, level)
        self.level = level or logging.INFO
        self.no_logs = no_logs
        self.formatter = formatter
        self.msg = None

    def __enter__(self):
        import logging

        watcher = self.watcher = _LoggingWatcher([], [])

        class Keeper(logging.Handler):
            def emit(self, record):
                watcher.records.append(record)
                watcher.output.append(self.format(record))

        logger = self.logger_name
        if not isinstance(logger, logging.Logger):
            logger = logging.getLogger(logger)
        self.logger = logger
        keeper = Keeper()
        keeper.setLevel(self.level)
        keeper.setFormatter(
            self.formatter or logging.Formatter(self.LOGGING_FORMAT))
        self._before = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [keeper]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.no_logs else watcher

    def __exit__(self, kind, value, tb):
        import logging
        self.logger.handlers, level, self.logger.propagate = self._before
        self.logger.setLevel(level)
        if kind is not None:
            return False
        if self.no_logs:
            if self.watcher.records:
                self._fail(f'Unexpected logs found: {self.watcher.output!r}')
        elif not self.watcher.records:
            self._fail(f'no logs of level {logging.getLevelName(self.level)} '
                       f'or higher triggered on {self.logger.name}')
        return None

    def _fail(self, text):
        raise self.test_case.failureException(
            self.test_case._formatMessage(self.msg, text))


for _class in (_AssertRaisesContext, _AssertWarnsContext):
    _class.__module__ = 'unittest.case'
del _class
__unittest = True
