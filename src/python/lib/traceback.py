"""Exceptions and stacks as text. The reports themselves are made in Rust."""

import sys
import _traceback

__all__ = [
    'FrameSummary', 'StackSummary', 'TracebackException', 'clear_frames',
    'extract_stack', 'extract_tb', 'format_exc', 'format_exception',
    'format_exception_only', 'format_list', 'format_stack', 'format_tb',
    'print_exc', 'print_exception', 'print_last', 'print_list', 'print_stack',
    'print_tb', 'walk_stack', 'walk_tb',
]

_MISSING = object()
_REPEATED = 3


class FrameSummary:
    """One line of a stack."""

    __slots__ = ('filename', 'lineno', 'name', 'end_lineno', 'colno',
                 'end_colno', 'locals', '_line', '_marks')

    def __init__(self, filename, lineno, name, *, lookup_line=True,
                 locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.locals = None
        if locals is not None:
            self.locals = {key: repr(value) for key, value in locals.items()}
        self._line = line
        self._marks = None

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            import linecache
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._key() == other._key()
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def _key(self):
        return self.filename, self.lineno, self.name, self.locals

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __len__(self):
        return 4

    def __repr__(self):
        return (f'<FrameSummary file {self.filename}, line {self.lineno} '
                f'in {self.name}>')


def _summary(entry):
    filename, lineno, name, line, end_lineno, colno, end_colno, marks = entry
    made = FrameSummary(filename, lineno, name, line=line,
                        end_lineno=end_lineno, colno=colno,
                        end_colno=end_colno)
    made._marks = marks
    return made


def _limited(items, limit):
    """The last `limit` items, or the first `-limit` ones."""
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return items
    return items[:limit] if limit >= 0 else items[limit:]


class StackSummary(list):
    """The lines of a stack, outermost first."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True,
                capture_locals=False):
        made = cls()
        for frame, lineno in _limited(list(frame_gen), limit):
            code = frame.f_code
            found = frame.f_locals if capture_locals else None
            made.append(FrameSummary(code.co_filename, lineno, code.co_name,
                                     locals=found))
        return made

    @classmethod
    def from_list(cls, a_list):
        made = cls()
        for item in a_list:
            if not isinstance(item, FrameSummary):
                filename, lineno, name, line = item
                item = FrameSummary(filename, lineno, name, line=line)
            made.append(item)
        return made

    def format_frame_summary(self, frame_summary):
        text = (f'  File "{frame_summary.filename}", line '
                f'{frame_summary.lineno}, in {frame_summary.name}\n')
        if frame_summary.line:
            text += f'    {frame_summary.line}\n'
            if frame_summary._marks is not None:
                text += f'    {frame_summary._marks}\n'
        for name, value in sorted((frame_summary.locals or {}).items()):
            text += f'    {name} = {value}\n'
        return text

    def format(self, **keywords):
        result = []
        last = None
        count = 0
        for item in self:
            key = item.filename, item.lineno, item.name
            if key != last:
                _count_rest(result, count)
                last = key
                count = 0
            count += 1
            if count <= _REPEATED:
                result.append(self.format_frame_summary(item))
        _count_rest(result, count)
        return result


def _count_rest(result, count):
    if count > _REPEATED:
        more = count - _REPEATED
        plural = '' if more == 1 else 's'
        result.append(f'  [Previous line repeated {more} more time{plural}]\n')


class TracebackException:
    """An exception ready to be shown; keeps the exception itself."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None,
                 lookup_lines=True, capture_locals=False, compact=False,
                 max_group_width=15, max_group_depth=10, _seen=None):
        self._exception = exc_value
        self._limit = limit
        self.exc_type = exc_type
        self.exc_type_str = exc_type.__qualname__
        self.stack = extract_tb(exc_traceback, limit)
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self._text = str(exc_value)
        seen = _seen or set()
        seen.add(id(exc_value))
        self.__suppress_context__ = exc_value.__suppress_context__
        self.__cause__ = self._linked(exc_value.__cause__, seen)
        self.__context__ = self._linked(exc_value.__context__, seen)
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [self._linked(member, set(seen))
                               for member in exc_value.exceptions]
        if isinstance(exc_value, SyntaxError):
            self.filename = exc_value.filename
            self.lineno = None
            if exc_value.lineno is not None:
                self.lineno = str(exc_value.lineno)
            self.text = exc_value.text
            self.offset = exc_value.offset
            self.end_offset = exc_value.end_offset
            self.msg = exc_value.msg

    def _linked(self, exception, seen):
        if exception is None or id(exception) in seen:
            return None
        return type(self)(type(exception), exception,
                          exception.__traceback__, limit=self._limit,
                          _seen=seen)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return self._text

    def format_exception_only(self, *, show_group=False):
        yield from _traceback.format_exception_only(self._exception)

    def format(self, *, chain=True):
        if self.exceptions is not None:
            yield from _traceback.format_exception(self._exception,
                                                   bool(chain), self._limit)
            return
        if chain:
            if self.__cause__ is not None:
                yield from self.__cause__.format()
                yield ('\nThe above exception was the direct cause of the '
                       'following exception:\n\n')
            elif self.__context__ is not None and not (
                    self.__suppress_context__):
                yield from self.__context__.format()
                yield ('\nDuring handling of the above exception, another '
                       'exception occurred:\n\n')
        if self.stack:
            yield 'Traceback (most recent call last):\n'
            yield from self.stack.format()
        yield from self.format_exception_only()

    def print(self, *, file=None, chain=True):
        _write(self.format(chain=chain), file)


def _write(lines, file):
    file = sys.stderr if file is None else file
    for line in lines:
        file.write(line)


def _value_of(exc, value):
    """The exception meant by the one or three arguments that may be given."""
    if value is _MISSING:
        if exc is not None and not isinstance(exc, BaseException):
            raise TypeError(
                f'Exception expected for value, {type(exc).__name__} found')
        return exc
    return value


# Exceptions.

def format_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None,
                     chain=True):
    """The report of an exception, as pieces that end in newlines."""
    value = _value_of(exc, value)
    if value is None:
        return ['NoneType: None\n']
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is not None and limit < 0:
            limit = 0
    if tb is _MISSING or tb is value.__traceback__:
        return _traceback.format_exception(value, bool(chain), limit)
    own = value.__traceback__
    same_length = tb is not None and own is not None \
        and len(extract_tb(tb)) == len(extract_tb(own))
    if limit is None and (same_length or (tb is None and own is None)):
        return _traceback.format_exception(value, bool(chain))
    stack = format_tb(tb, limit)
    before = []
    if chain:
        cause, context = value.__cause__, value.__context__
        if cause is not None:
            before = format_exception(cause, limit=limit) + [
                '\nThe above exception was the direct cause of the '
                'following exception:\n\n']
        elif context is not None and not value.__suppress_context__:
            before = format_exception(context, limit=limit) + [
                '\nDuring handling of the above exception, another '
                'exception occurred:\n\n']
    if stack:
        before.append('Traceback (most recent call last):\n')
    return before + stack + _traceback.format_exception_only(value)


def format_exception_only(exc, /, value=_MISSING, *, show_group=False):
    """Class, message and notes of an exception."""
    value = _value_of(exc, value)
    if value is None:
        return ['NoneType: None\n']
    return _traceback.format_exception_only(value)


def print_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None,
                    file=None, chain=True):
    """Writes the report of an exception."""
    _write(format_exception(exc, value, tb, limit, chain), file)


def format_exc(limit=None, chain=True):
    """The report of the exception being handled."""
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    """Writes the report of the exception being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    """Writes the report of the exception that ended a session: there is none."""
    raise ValueError('no last exception')


# Tracebacks and stacks.

def extract_tb(tb, limit=None):
    """The lines of a traceback."""
    entries = _limited(_traceback.entries(tb), limit)
    return StackSummary(_summary(entry) for entry in entries)


def format_tb(tb, limit=None):
    """The lines of a traceback as text."""
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    """Writes the lines of a traceback."""
    _write(format_tb(tb, limit), file)


def _callers(skip, frame, limit):
    entries = _traceback.running()[:-skip]
    if frame is not None:
        depth = 0
        while frame is not None:
            depth += 1
            frame = frame.f_back
        entries = entries[:depth]
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
    if limit is not None:
        entries = entries[-limit:] if limit > 0 else entries[:-limit or 0]
    # Where in its line a call in progress stands is not shown.
    return StackSummary(FrameSummary(filename, lineno, name, line=line)
                        for filename, lineno, name, line, *_ in entries)


def extract_stack(f=None, limit=None):
    """The calls in progress."""
    return _callers(2, f, limit)


def format_stack(f=None, limit=None):
    """The calls in progress as text."""
    return _callers(2, f, limit).format()


def print_stack(f=None, limit=None, file=None):
    """Writes the calls in progress."""
    _write(_callers(2, f, limit).format(), file)


def format_list(extracted_list):
    """Lines given as tuples or FrameSummary objects, as text."""
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    """Writes lines given as tuples or FrameSummary objects."""
    _write(format_list(extracted_list), file)


def walk_tb(tb):
    """Frames and line numbers of a traceback, outermost first."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    """Frames and line numbers of calls in progress, innermost first."""
    if f is None:
        f = sys._getframe().f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def clear_frames(tb):
    """Lets go of the variables of a traceback's frames: it keeps none."""
