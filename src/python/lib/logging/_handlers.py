"""Where messages go."""

__all__ = ['FileHandler', 'Handler', 'NullHandler', 'StreamHandler']

# Where programs find the classes, which show it.
__name__ = 'logging'

import sys
from _weakref import ref
from types import GenericAlias

from ._levels import NOTSET, WARNING, _check_level, getLevelName
from ._records import Filterer, Formatter

_handlers_by_name = {}
# All of them, the oldest first, for `shutdown`.
_handler_list = []
_default_formatter = Formatter()


class Handler(Filterer):
    """Base of all; a subclass says in `emit` where a record goes."""

    def __init__(self, level=NOTSET):
        super().__init__()
        self._name = None
        self.level = _check_level(level)
        self.formatter = None
        _handler_list.append(ref(self, _handler_list.remove))

    @property
    def name(self):
        """Its name, or None."""
        return self._name

    @name.setter
    def name(self, name):
        _handlers_by_name.pop(self._name, None)
        self._name = name
        if name:
            _handlers_by_name[name] = self

    def get_name(self):
        return self._name

    def set_name(self, name):
        self.name = name

    def acquire(self):
        """Nothing to do: messages are written whole."""

    release = acquire

    def setLevel(self, level):
        """Drops what is less grave."""
        self.level = _check_level(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        """The text of a record."""
        return (self.formatter or _default_formatter).format(record)

    def emit(self, record):
        raise NotImplementedError(
            'emit must be implemented by Handler subclasses')

    def handle(self, record):
        """Emits the record if no filter is against it."""
        found = self.filter(record)
        if found:
            self.emit(found if found is not True else record)
        return found

    def flush(self):
        pass

    def close(self):
        _handlers_by_name.pop(self._name, None)

    def handleError(self, record):
        """Tells of an exception while a record was emitted."""
        import logging
        if not logging.raiseExceptions or sys.stderr is None:
            return
        import traceback
        sys.stderr.write('--- Logging error ---\n')
        traceback.print_exc()
        sys.stderr.write('Call stack:\n')
        frame = sys._getframe()
        own = frame.f_code.co_filename.rpartition('/')[0]
        while frame and frame.f_code.co_filename.startswith(own):
            frame = frame.f_back
        traceback.print_stack(frame)
        sys.stderr.write(f'Message: {record.msg!r}\n'
                         f'Arguments: {record.args}\n')

    def __repr__(self):
        return f'<{type(self).__name__} ({getLevelName(self.level)})>'


class StreamHandler(Handler):
    """Writes to a stream; without one to stderr."""

    __class_getitem__ = classmethod(GenericAlias)

    terminator = '\n'

    def __init__(self, stream=None):
        super().__init__()
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        if self.stream and hasattr(self.stream, 'flush'):
            self.stream.flush()

    def emit(self, record):
        try:
            text = self.format(record)
            self.stream.write(text + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        """Writes to another stream; the old one, or None if it is the same."""
        if stream is self.stream:
            return None
        old = self.stream
        self.flush()
        self.stream = stream
        return old

    def __repr__(self):
        name = getattr(self.stream, 'name', '')
        shown = f'{name} ' if name else ''
        return (f'<{type(self).__name__} {shown}'
                f'({getLevelName(self.level)})>')


class FileHandler(StreamHandler):
    """Writes to a file."""

    def __init__(self, filename, mode='a', encoding=None, delay=False,
                 errors=None):
        import os
        self.baseFilename = os.path.abspath(os.fspath(filename))
        self.mode = mode
        self.encoding = encoding
        self.errors = errors
        self.delay = delay
        if delay:
            Handler.__init__(self)
            self.stream = None
        else:
            super().__init__(self._open())

    def _open(self):
        return open(self.baseFilename, self.mode, encoding=self.encoding,
                    errors=self.errors)

    def emit(self, record):
        if self.stream is None:
            self.stream = self._open()
        super().emit(record)

    def close(self):
        stream, self.stream = self.stream, None
        if stream is not None:
            stream.close()
        super().close()

    def __repr__(self):
        return (f'<{type(self).__name__} {self.baseFilename} '
                f'({getLevelName(self.level)})>')


class NullHandler(Handler):
    """Drops everything."""

    def handle(self, record):
        pass

    emit = handle


class _StderrHandler(StreamHandler):
    """For messages of loggers that no handler serves; looks stderr up each time."""

    def __init__(self, level):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return sys.stderr


_stderr_handler = _StderrHandler(WARNING)
