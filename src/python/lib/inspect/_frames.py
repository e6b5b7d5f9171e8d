"""Frames one behind the other, and the variables that code can see."""

__all__ = ['ClosureVars', 'findsource', 'formatargvalues', 'getabsfile',
           'getargs', 'getargvalues', 'getclosurevars', 'getcomments',
           'getinnerframes', 'getlineno', 'getouterframes', 'Arguments',
           'get_annotations']

import builtins
import os
from collections import namedtuple

from annotationlib import get_annotations
from . import CO_VARARGS, CO_VARKEYWORDS, iscode, isfunction, ismethod
from ._members import FrameInfo, getframeinfo, getsourcefile, getsourcelines

Arguments = namedtuple('Arguments', 'args varargs varkw')
ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound')


def getouterframes(frame, context=1):
    """This frame and those that called it, the nearest first."""
    found = []
    while frame is not None:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    """The frames of a traceback, the outermost first."""
    found = []
    while tb is not None:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def getlineno(frame):
    return frame.f_lineno


def getabsfile(object, _filename=None):
    from . import getfile
    return os.path.normcase(os.path.abspath(_filename or getfile(object)))


def getargs(co):
    """The names of a code object's parameters."""
    if not iscode(co):
        raise TypeError(f'{co!r} is not a code object')
    names = list(co.co_varnames)
    count = co.co_argcount + co.co_kwonlyargcount
    args, rest = names[:count], names[count:]
    varargs = rest.pop(0) if co.co_flags & CO_VARARGS else None
    varkw = rest.pop(0) if co.co_flags & CO_VARKEYWORDS else None
    return Arguments(args, varargs, varkw)


def getargvalues(frame):
    """The parameters of a call in progress, and its variables."""
    from . import ArgInfo
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str,
                    formatvarargs=lambda name: '*' + name,
                    formatvarkw=lambda name: '**' + name,
                    formatvalue=lambda value: '=' + repr(value)):
    parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        parts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        parts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return f'({", ".join(parts)})'


def getclosurevars(func):
    """What the names that a function uses mean at this moment."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f'{func!r} is not a Python function')
    code = func.__code__
    own = {}
    for name, cell in zip(code.co_freevars, func.__closure__ or ()):
        try:
            own[name] = cell.cell_contents
        except ValueError:
            # Not assigned to yet.
            pass
    namespace = func.__globals__
    found = namespace.get('__builtins__', builtins)
    known = vars(found) if not isinstance(found, dict) else found
    from_globals, from_builtins, unbound = {}, {}, set()
    for name in code.co_names:
        if name in namespace:
            from_globals[name] = namespace[name]
        elif name in known:
            from_builtins[name] = known[name]
        else:
            unbound.add(name)
    return ClosureVars(own, from_globals, from_builtins, unbound)


def findsource(object):
    """All lines of the file that an object is in, and its first one."""
    import linecache
    lines = linecache.getlines(getsourcefile(object))
    if not lines:
        raise OSError('could not get source code')
    first = getsourcelines(object)[1]
    return lines, max(first - 1, 0)


def getcomments(object):
    """The comments right above an object; None if there are none."""
    try:
        lines, at = findsource(object)
    except (OSError, TypeError):
        return None
    indent = len(lines[at]) - len(lines[at].lstrip())
    found = []
    while at:
        at -= 1
        line = lines[at].expandtabs()
        if not line.lstrip().startswith('#') \
                or len(line) - len(line.lstrip()) != indent:
            break
        found.insert(0, line.lstrip())
    return ''.join(found) or None
