"""Texts of exceptions and of the calls that led to them.

How a traceback is drawn (carets, chains, groups) is native code, the same
that prints an exception which leaves the program.
"""

__all__ = ['FrameSummary', 'StackSummary', 'TracebackException', 'clear_frames',
           'extract_stack', 'extract_tb', 'format_exc', 'format_exception',
           'format_exception_only', 'format_list', 'format_stack', 'format_tb',
           'print_exc', 'print_exception', 'print_last', 'print_list',
           'print_stack', 'print_tb', 'walk_stack', 'walk_tb']

import linecache
import sys
from _traceback import format_exception as _format_exception
from _traceback import format_exception_only as _format_exception_only

_MISSING = object()


class FrameSummary:
    """One line of a traceback: file, line, function."""

    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno',
                 'name', '_line', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True,
                 locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None, **kwargs):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._line = line
        self.locals = None if locals is None else {
            key: repr(value) for key, value in locals.items()}

    @property
    def line(self):
        """The line of source without the blanks around it."""
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()

    def _parts(self):
        return self.filename, self.lineno, self.name, self.line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self._parts()[:3] == other._parts()[:3]
                    and self.locals == other.locals)
        if isinstance(other, tuple):
            return self._parts() == other
        return NotImplemented

    def __getitem__(self, index):
        return self._parts()[index]

    def __iter__(self):
        return iter(self._parts())

    def __len__(self):
        return 4

    def __repr__(self):
        return (f'<FrameSummary file {self.filename}, line {self.lineno} in '
                f'{self.name}>')


class StackSummary(list):
    """The lines of a traceback, outermost first."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True,
                capture_locals=False):
        """From pairs of frame and line number."""
        pairs = list(frame_gen)
        if limit is None:
            limit = getattr(sys, 'tracebacklimit', None)
        if limit is not None:
            pairs = pairs[:limit] if limit >= 0 else pairs[limit:]
        made = cls()
        for frame, lineno in pairs:
            code = frame.f_code
            made.append(FrameSummary(
                code.co_filename, lineno, code.co_name,
                locals=frame.f_locals if capture_locals else None))
        return made

    @classmethod
    def from_list(cls, a_list):
        """From frames or from (file, line, function, text)."""
        made = cls()
        for item in a_list:
            if not isinstance(item, FrameSummary):
                filename, lineno, name, line = item
                item = FrameSummary(filename, lineno, name, line=line)
            made.append(item)
        return made

    def format_frame_summary(self, frame):
        """The text of one line, with the source below it."""
        text = (f'  File "{frame.filename}", line {frame.lineno}, '
                f'in {frame.name}\n')
        if frame.line:
            text += f'    {frame.line}\n'
        for name, value in sorted((frame.locals or {}).items()):
            text += f'    {name} = {value}\n'
        return text

    def format(self):
        """The texts of all lines; long repetitions are counted instead."""
        result = []
        last, count = None, 0
        for frame in self:
            key = frame.filename, frame.lineno, frame.name
            if key != last:
                if count > 3:
                    result.append(_repeated(count - 3))
                last, count = key, 0
            count += 1
            if count <= 3:
                result.append(self.format_frame_summary(frame))
        if count > 3:
            result.append(_repeated(count - 3))
        return result


def _repeated(count):
    return (f'  [Previous line repeated {count} more '
            f'time{"s" if count > 1 else ""}]\n')


def walk_stack(f):
    """Pairs of frame and line number from `f`, or the caller, outwards."""
    if f is None:
        f = sys._getframe(2)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """Pairs of frame and line number of a traceback."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    """The lines of a traceback."""
    return StackSummary.extract(walk_tb(tb), limit=limit)


def extract_stack(f=None, limit=None):
    """The lines of the calls that led here."""
    if f is None:
        f = sys._getframe(1)
    made = StackSummary.extract(walk_stack(f), limit=limit)
    made.reverse()
    return made


def format_list(extracted_list):
    """The texts of lines."""
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    """The texts of the lines of a traceback."""
    return extract_tb(tb, limit=limit).format()


def format_stack(f=None, limit=None):
    """The texts of the calls that led here."""
    if f is None:
        f = sys._getframe(1)
    return extract_stack(f, limit=limit).format()


def _exception_of(exc, value):
    # Older programs give class, exception and traceback.
    return exc if value is _MISSING else value


def format_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None,
                     chain=True):
    """The texts of an exception with its traceback."""
    error = _exception_of(exc, value)
    shown = (error.__traceback__ if tb is _MISSING and error is not None
             else tb)
    return _format_exception(error, None if shown is _MISSING else shown,
                             limit, chain)


def format_exception_only(exc, /, value=_MISSING, *, show_group=False):
    """The text of an exception alone: mostly one line."""
    return _format_exception_only(_exception_of(exc, value), show_group)


def format_exc(limit=None, chain=True):
    """The text of the exception that is being handled."""
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def _write(lines, file):
    file = sys.stderr if file is None else file
    for line in lines:
        file.write(line)


def print_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, file=None,
                    chain=True):
    """Writes an exception to stderr, or to `file`."""
    _write(format_exception(exc, value, tb, limit, chain), file)


def print_exc(limit=None, file=None, chain=True):
    """Writes the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    """Writes the exception that last left the program."""
    if not hasattr(sys, 'last_exc') and not hasattr(sys, 'last_value'):
        raise ValueError('no last exception')
    error = getattr(sys, 'last_exc', None) or sys.last_value
    print_exception(error, limit=limit, file=file, chain=chain)


def print_tb(tb, limit=None, file=None):
    """Writes the lines of a traceback."""
    _write(format_tb(tb, limit), file)


def print_stack(f=None, limit=None, file=None):
    """Writes the calls that led here."""
    if f is None:
        f = sys._getframe(1)
    _write(format_stack(f, limit), file)


def print_list(extracted_list, file=None):
    """Writes lines."""
    _write(format_list(extracted_list), file)


def clear_frames(tb):
    """Lets go of the local variables in the frames of a traceback."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            # It is still running.
            pass
        tb = tb.tb_next


class TracebackException:
    """An exception made ready to be shown, without holding on to it."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None,
                 lookup_lines=True, capture_locals=False, compact=False,
                 max_group_width=15, max_group_depth=10):
        self.exc_type = exc_type
        self.stack = StackSummary.extract(
            walk_tb(exc_traceback), limit=limit, capture_locals=capture_locals)
        self._str = _text_of(exc_value)
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self.__cause__ = _made_ready(getattr(exc_value, '__cause__', None))
        self.__context__ = _made_ready(getattr(exc_value, '__context__', None))
        self.__suppress_context__ = bool(
            getattr(exc_value, '__suppress_context__', False))
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [_made_ready(e) for e in exc_value.exceptions]
        self._lines = {
            chain: _format_exception(exc_value, exc_traceback, limit, chain)
            for chain in (True, False)}
        self._only = _format_exception_only(exc_value, False)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """From an exception alone."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type_str(self):
        """The name of the class."""
        return self.exc_type.__qualname__

    def __str__(self):
        return self._str

    def __eq__(self, other):
        if not isinstance(other, TracebackException):
            return NotImplemented
        return self._lines == other._lines

    def format_exception_only(self, *, show_group=False):
        """The lines of the exception alone."""
        yield from self._only

    def format(self, *, chain=True):
        """All lines."""
        yield from self._lines[bool(chain)]

    def print(self, *, file=None, chain=True):
        """Writes all lines."""
        _write(self.format(chain=chain), file)


def _text_of(value):
    try:
        return str(value)
    except Exception:
        return '<exception str() failed>'


def _made_ready(error):
    if error is None:
        return None
    return TracebackException(type(error), error, error.__traceback__)
