"""A message with all that is known of it, and the text made of it."""

__all__ = ['BufferingFormatter', 'Filter', 'Formatter', 'LogRecord',
           'getLogRecordFactory', 'makeLogRecord', 'setLogRecordFactory']

# Where programs find the classes, which show it.
__name__ = 'logging'

import time

from ._levels import getLevelName

BASIC_FORMAT = '%(levelname)s:%(name)s:%(message)s'

_start = time.time()


class LogRecord:
    """One message; a format may name any of its attributes."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info,
                 func=None, sinfo=None, **kwargs):
        now = time.time()
        self.name = name
        self.msg = msg
        # `log('%(x)s', {'x': 1})`: a dictionary stands for its items.
        if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        self.filename = pathname.rsplit('/', 1)[-1]
        self.module = self.filename.rsplit('.', 1)[0]
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = now
        self.msecs = int((now - int(now)) * 1000) + 0.0
        self.relativeCreated = (now - _start) * 1000
        self.thread, self.threadName = _thread_now()
        self.processName = 'MainProcess'
        self.process = _process_id()
        self.taskName = _task_name()

    def __repr__(self):
        return (f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, '
                f'{self.lineno}, "{self.msg}">')

    def getMessage(self):
        """The message with its arguments put in."""
        msg = str(self.msg)
        return msg % self.args if self.args else msg


def _thread_now():
    import sys
    threading = sys.modules.get('threading')
    if threading is None:
        from _thread import get_ident
        return get_ident(), 'MainThread'
    thread = threading.current_thread()
    return thread.ident, thread.name


def _process_id():
    import os
    return os.getpid()


def _task_name():
    import sys
    if 'asyncio' not in sys.modules:
        return None
    from asyncio import current_task
    try:
        return current_task().get_name()
    except Exception:
        # No task is running here.
        return None


_factory = LogRecord


def setLogRecordFactory(factory):
    """Makes `factory` the maker of records."""
    global _factory
    _factory = factory


def getLogRecordFactory():
    """The maker of records."""
    return _factory


def makeLogRecord(dict):
    """A record with the given attributes."""
    record = _factory(None, None, '', 0, '', (), None, None)
    record.__dict__.update(dict)
    return record


class PercentStyle:
    """Fills a format in by `%`."""

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt
        self._defaults = defaults

    def usesTime(self):
        return '%(asctime)' in self._fmt

    def validate(self):
        """ValueError for a format that cannot be filled in."""
        if not _has_percent_fields(self._fmt):
            raise ValueError(f"Invalid format '{self._fmt}' for '%' style")

    def format(self, record):
        values = {**(self._defaults or {}), **record.__dict__}
        try:
            return self._filled(values)
        except KeyError as error:
            raise ValueError(f'Formatting field not found in record: {error}')

    def _filled(self, values):
        return self._fmt % values


class StrFormatStyle(PercentStyle):
    """Fills a format in by `str.format`."""

    def usesTime(self):
        return '{asctime' in self._fmt

    def validate(self):
        _check_fields(_has_brace_fields, self._fmt)

    def _filled(self, values):
        return self._fmt.format(**values)


class StringTemplateStyle(PercentStyle):
    """Fills a format in by `string.Template`."""

    def usesTime(self):
        return '$asctime' in self._fmt or '${asctime}' in self._fmt

    def validate(self):
        _check_fields(_has_dollar_fields, self._fmt)

    def _filled(self, values):
        from string import Template
        return Template(self._fmt).substitute(values)


# Sign of the style: how it is filled in, and the format of basicConfig.
_FORMATS = {'%': (PercentStyle, BASIC_FORMAT),
            '{': (StrFormatStyle, '{levelname}:{name}:{message}'),
            '$': (StringTemplateStyle, '${levelname}:${name}:${message}')}
_MESSAGE_ALONE = {'%': '%(message)s', '{': '{message}', '$': '${message}'}


def _check_fields(has_fields, fmt):
    try:
        found = has_fields(fmt)
    except ValueError as problem:
        raise ValueError(f'invalid format: {problem}')
    if not found:
        raise ValueError('invalid format: no fields')


def _has_percent_fields(fmt):
    """Whether a format has something like `%(name)-5.3s`."""
    for part in fmt.split('%(')[1:]:
        name, closed, rest = part.partition(')')
        if not closed or not name.replace('_', 'a').isalnum():
            continue
        rest = _without_number(rest.lstrip('#0+ -'))
        if rest[:1] == '.' and rest[1:2] in tuple('*0123456789'):
            rest = _without_number(rest[1:])
        if rest and rest[0].lower() in 'diouxefgcrsa%':
            return True
    return False


def _without_number(text):
    return text[1:] if text[:1] == '*' else text.lstrip('0123456789')


def _has_brace_fields(fmt):
    """Whether a format has fields; ValueError for one that cannot be."""
    import re
    from string import Formatter
    found = False
    for _, name, spec, conversion in Formatter().parse(fmt):
        if name:
            if not re.fullmatch(r'(\d+|\w+)(\.\w+|\[[^]]+\])*', name):
                raise ValueError(f'invalid field name/expression: {name!r}')
            found = True
        if conversion and conversion not in 'rsa':
            raise ValueError(f'invalid conversion: {conversion!r}')
        if spec and not re.fullmatch(
                r'(.?[<=>^])?[+ -]?#?0?(\d+|{\w+})?[,_]?(\.(\d+|{\w+}))?'
                '[bcdefgnosx%]?', spec, re.IGNORECASE):
            raise ValueError(f'bad specifier: {spec!r}')
    return found


def _has_dollar_fields(fmt):
    """Whether a format has fields; ValueError for a sign that begins none."""
    import re
    found = False
    for match in re.finditer(r'\$(\$|\w+|\{\w+\})?', fmt, re.ASCII):
        if match[1] is None:
            raise ValueError("bare '$' not allowed")
        found = found or match[1] != '$'
    return found


class Formatter:
    """Makes the text of a record."""

    converter = time.localtime
    default_time_format = '%Y-%m-%d %H:%M:%S'
    default_msec_format = '%s,%03d'

    def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *,
                 defaults=None):
        if style not in _FORMATS:
            raise ValueError(f'Style must be one of: {",".join(_FORMATS)}')
        self._style = _FORMATS[style][0](fmt or _MESSAGE_ALONE[style],
                                         defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        """When the record was made."""
        moment = type(self).converter(record.created)
        if datefmt:
            return time.strftime(datefmt, moment)
        text = time.strftime(self.default_time_format, moment)
        if self.default_msec_format:
            text = self.default_msec_format % (text, record.msecs)
        return text

    def formatException(self, ei):
        """The text of an exception, given as (class, exception, traceback)."""
        import traceback
        text = ''.join(traceback.format_exception(ei[0], ei[1], ei[2]))
        return text[:-1] if text[-1:] == '\n' else text

    def formatStack(self, stack_info):
        """The text of the calls that led to the message."""
        return stack_info

    def usesTime(self):
        """Whether the format shows the time."""
        return self._style.usesTime()

    def formatMessage(self, record):
        """The text without exception and calls."""
        return self._style.format(record)

    def format(self, record):
        """The text."""
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        for more in (record.exc_text,
                     record.stack_info and self.formatStack(
                         record.stack_info)):
            if more:
                if text[-1:] != '\n':
                    text += '\n'
                text += more
        return text


class BufferingFormatter:
    """Makes one text of several records."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or Formatter()

    def formatHeader(self, records):
        return ''

    def formatFooter(self, records):
        return ''

    def format(self, records):
        if not records:
            return ''
        return (self.formatHeader(records)
                + ''.join(self.linefmt.format(r) for r in records)
                + self.formatFooter(records))


class Filter:
    """Lets the records of a logger and of those below it through."""

    def __init__(self, name=''):
        self.name = name
        self.nlen = len(name)

    def filter(self, record):
        """Whether the record goes on; or another record in its place."""
        return (not self.name or record.name == self.name
                or record.name.startswith(self.name + '.'))


class Filterer:
    """What loggers and handlers share: a list of filters."""

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        """The record, perhaps replaced by a filter; or False."""
        for one in self.filters:
            result = (one.filter(record) if hasattr(one, 'filter')
                      else one(record))
            if not result:
                return False
            if isinstance(result, LogRecord):
                record = result
        return record
