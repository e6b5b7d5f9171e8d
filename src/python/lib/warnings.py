"""Warnings: said on stderr, once for each place, unless filters say otherwise."""

__all__ = ['WarningMessage', 'catch_warnings', 'deprecated', 'filterwarnings',
           'formatwarning', 'resetwarnings', 'showwarning', 'simplefilter',
           'warn', 'warn_explicit']

import sys

_ACTIONS = ('error', 'ignore', 'always', 'all', 'default', 'module', 'once')

# (action, text pattern or None, category, module pattern or None, line).
# The first that fits decides; these are Python's own.
filters = [
    ('default', None, DeprecationWarning, '__main__', 0),
    ('ignore', None, DeprecationWarning, None, 0),
    ('ignore', None, PendingDeprecationWarning, None, 0),
    ('ignore', None, ImportWarning, None, 0),
    ('ignore', None, ResourceWarning, None, 0),
]
defaultaction = 'default'
# What has been said under the action `once`.
onceregistry = {}
# Grows with every change of the filters: then all is said anew.
_version = 1


class WarningMessage:
    """One warning, as `catch_warnings(record=True)` collects them."""

    def __init__(self, message, category, filename, lineno, file=None,
                 line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f'{{message : {self.message!r}, category : '
                f'{self._category_name!r}, filename : {self.filename!r}, '
                f'lineno : {self.lineno}, line : {self.line!r}}}')


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning: where, what kind, the message, the line."""
    return _place_text(message, category, filename, lineno, line)


def _place_text(message, category, filename, lineno, line):
    text = f'{filename}:{lineno}: {category.__name__}: {message}\n'
    if line is None:
        import linecache
        line = linecache.getline(filename, lineno)
    line = line.strip()
    if line:
        text += f'  {line}\n'
    return text


def _source_text(warning):
    """Where the object was made that the warning is about, or how to find out."""
    if warning.source is None:
        return ''
    # Its own module is not needed as long as nothing is traced.
    import _tracemalloc
    if not _tracemalloc.is_tracing():
        return (f'{warning.category.__name__}: Enable tracemalloc to get the '
                'object allocation traceback\n')
    import linecache
    import tracemalloc
    calls = tracemalloc.get_object_traceback(warning.source)
    if calls is None:
        return ''
    text = 'Object allocated at (most recent call last):\n'
    for call in calls:
        text += f'  File "{call.filename}", lineno {call.lineno}\n'
        line = linecache.getline(call.filename, call.lineno).strip()
        if line:
            text += f'    {line}\n'
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to `file`, or to stderr."""
    _write(WarningMessage(message, category, filename, lineno, file, line))


def _write(warning):
    file = sys.stderr if warning.file is None else warning.file
    if file is None:
        return
    parts = (warning.message, warning.category, warning.filename,
             warning.lineno, warning.line)
    # A program's own function says all there is to say.
    if formatwarning is not _original_formatwarning:
        text = formatwarning(*parts)
    else:
        text = _place_text(*parts) + _source_text(warning)
    try:
        file.write(text)
    except OSError:
        pass


_original_formatwarning = formatwarning
_original_showwarning = showwarning


def _showwarnmsg(warning):
    # A program may have put its own function in its place.
    if showwarning is not _original_showwarning:
        showwarning(warning.message, warning.category, warning.filename,
                    warning.lineno, warning.file, warning.line)
    elif _recording is not None:
        _recording.append(warning)
    else:
        _write(warning)


# The list of the innermost catch_warnings(record=True), or None.
_recording = None


def filterwarnings(action, message='', category=Warning, module='', lineno=0,
                   append=False):
    """Adds a filter; `message` and `module` are regular expressions."""
    if action not in _ACTIONS:
        raise ValueError(f'invalid action: {action!r}')
    if message or module:
        import re
    _add((action,
          re.compile(message, re.IGNORECASE) if message else None, category,
          re.compile(module) if module else None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Adds a filter for a category alone."""
    if action not in _ACTIONS:
        raise ValueError(f'invalid action: {action!r}')
    _add((action, None, category, None, lineno), append)


def _add(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _changed()


def _changed():
    global _version
    _version += 1


def resetwarnings():
    """Takes all filters away."""
    filters[:] = []
    _changed()


def warn(message, category=None, stacklevel=1, source=None, *,
         skip_file_prefixes=()):
    """Warns of something in the caller, or `stacklevel` - 1 calls above it."""
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError('category must be a Warning subclass, '
                        f'not {type(category).__name__!r}')
    try:
        frame = sys._getframe(stacklevel)
    except ValueError:
        scope, filename, lineno = sys.__dict__, 'sys', 1
    else:
        scope = frame.f_globals
        filename, lineno = frame.f_code.co_filename, frame.f_lineno
    registry = scope.setdefault('__warningregistry__', {})
    warn_explicit(message, category, filename, lineno,
                  scope.get('__name__', '<string>'), registry, scope, source)


def warn_explicit(message, category, filename, lineno, module=None,
                  registry=None, module_globals=None, source=None):
    """Warns of something at the given place."""
    if module is None:
        module = filename[:-3] if filename.endswith('.py') else filename
    if registry is None:
        registry = {}
    if registry.get('version') != _version:
        registry.clear()
        registry['version'] = _version
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = text, category, lineno
    if registry.get(key):
        return
    action = _action_for(text, category, module, lineno)
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action == 'once':
        registry[key] = True
        if onceregistry.get((text, category)):
            return
        onceregistry[text, category] = True
    elif action == 'module':
        registry[key] = True
        if registry.get((text, category, 0)):
            return
        registry[text, category, 0] = True
    elif action == 'default':
        registry[key] = True
    _showwarnmsg(WarningMessage(message, category, filename, lineno, source=source))


def _action_for(text, category, module, lineno):
    for action, pattern, kind, where, line in filters:
        if (issubclass(category, kind)
                and (pattern is None or pattern.match(text))
                and _is_module(where, module)
                and line in (0, lineno)):
            return action
    return defaultaction


def _is_module(where, module):
    if where is None:
        return True
    if isinstance(where, str):
        return where == module
    return bool(where.match(module))


class catch_warnings:
    """Restores the filters at the end; with `record` collects the warnings."""

    def __init__(self, *, record=False, module=None, action=None,
                 category=Warning, lineno=0, append=False):
        self._record = record
        self._entered = False
        self._filter = None if action is None else (action, category, lineno,
                                                    append)

    def __repr__(self):
        return (f'{type(self).__name__}(record=True)' if self._record
                else f'{type(self).__name__}()')

    def __enter__(self):
        global filters, showwarning, _recording
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        self._kept = filters, showwarning, _recording
        filters = filters[:]
        if self._filter is not None:
            simplefilter(*self._filter)
        _changed()
        if self._record:
            _recording = []
            showwarning = _original_showwarning
            return _recording
        return None

    def __exit__(self, *exc_info):
        global filters, showwarning, _recording
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters, showwarning, _recording = self._kept
        _changed()


class deprecated:
    """Marks a function or class as something to move away from (Python 3.13)."""

    def __init__(self, message, /, *, category=DeprecationWarning,
                 stacklevel=1):
        if not isinstance(message, str):
            raise TypeError('Expected an object of type str for \'message\', '
                            f'not {type(message).__name__!r}')
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, thing, /):
        message, category = self.message, self.category
        level = self.stacklevel + 1
        if category is None:
            thing.__deprecated__ = message
            return thing
        import functools
        if isinstance(thing, type):
            original = thing.__new__

            @functools.wraps(original)
            def __new__(cls, /, *args, **kwargs):
                if cls is thing:
                    warn(message, category=category, stacklevel=level)
                if original is not object.__new__:
                    return original(cls, *args, **kwargs)
                return original(cls)
            thing.__new__ = staticmethod(__new__)
            thing.__deprecated__ = __new__.__deprecated__ = message
            return thing

        @functools.wraps(thing)
        def wrapper(*args, **kwargs):
            warn(message, category=category, stacklevel=level)
            return thing(*args, **kwargs)
        import inspect
        if inspect.iscoroutinefunction(thing):
            wrapper = inspect.markcoroutinefunction(wrapper)
        thing.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper
