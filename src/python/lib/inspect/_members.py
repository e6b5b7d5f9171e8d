"""Attributes, documentation, source and frames."""

__all__ = [
    'Attribute', 'Traceback', 'FrameInfo', 'classify_class_attrs', 'cleandoc',
    'currentframe', 'getattr_static', 'getclasstree', 'getdoc', 'getfile',
    'getframeinfo', 'getmembers', 'getmembers_static', 'getmodule',
    'getmodulename', 'getmro', 'getsource', 'getsourcefile', 'getsourcelines',
    'stack', 'trace',
]

import sys
from collections import namedtuple
from types import DynamicClassAttribute, GetSetDescriptorType

from ._kinds import isclass, iscode, isframe, isfunction, ismethod, ismodule
from ._kinds import istraceback

_MISSING = object()

Traceback = namedtuple('Traceback',
                       'filename lineno function code_context index')
FrameInfo = namedtuple('FrameInfo',
                       'frame filename lineno function code_context index')


def getmembers(object, predicate=None):
    """Pairs of name and value of all attributes, by name."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """The same without running properties and the like."""
    return _members(object, predicate, getattr_static)


def _members(object, predicate, get):
    result = []
    names = dir(object)
    if isclass(object):
        # `dir` does not tell attributes that a metaclass computes.
        names += [name for base in object.__bases__
                  for name, thing in base.__dict__.items()
                  if isinstance(thing, DynamicClassAttribute)
                  and name not in names]
    for name in names:
        try:
            value = get(object, name)
        except AttributeError:
            for base in getattr(object, '__mro__', ()):
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if predicate is None or predicate(value):
            result.append((name, value))
    result.sort(key=lambda pair: pair[0])
    return result


def getattr_static(obj, attr, default=_MISSING):
    """What is stored under the name, without asking descriptors."""
    cls = obj if isinstance(obj, type) else type(obj)
    found = _MISSING
    for base in type.mro(cls):
        if attr in base.__dict__:
            found = base.__dict__[attr]
            break
    if not isinstance(obj, type):
        own = _stored(obj)
        if attr in own:
            kind = type(found)
            is_data = (found is not _MISSING and hasattr(kind, '__get__') and (
                hasattr(kind, '__set__') or hasattr(kind, '__delete__')))
            if not is_data:
                return own[attr]
    if found is _MISSING and isinstance(obj, type):
        for base in type.mro(type(obj)):
            if attr in base.__dict__:
                return base.__dict__[attr]
    if found is not _MISSING:
        return found
    if default is not _MISSING:
        return default
    raise AttributeError(attr)


def _stored(obj):
    """The dictionary of an object, unless its class hides that."""
    for base in type.mro(type(obj)):
        shadow = base.__dict__.get('__dict__')
        if shadow is not None and not isinstance(
                shadow, GetSetDescriptorType):
            return {}
    try:
        return object.__getattribute__(obj, '__dict__')
    except AttributeError:
        return {}


def getmro(cls):
    """The class and its bases in the order in which they are searched."""
    return cls.__mro__


Attribute = namedtuple('Attribute', 'name kind defining_class object')


def classify_class_attrs(cls):
    """What each attribute of a class is, and which class defines it."""
    result = []
    for name in dir(cls):
        for base in cls.__mro__:
            if name in base.__dict__:
                thing = base.__dict__[name]
                break
        else:
            continue
        if isinstance(thing, staticmethod):
            kind = 'static method'
        elif isinstance(thing, classmethod):
            kind = 'class method'
        elif isinstance(thing, property):
            kind = 'property'
        elif callable(thing):
            kind = 'method'
        else:
            kind = 'data'
        result.append(Attribute(name, kind, base, thing))
    return result


def getclasstree(classes, unique=False):
    """The classes as nested lists, each below its bases."""
    children = {}
    roots = []
    for cls in classes:
        if cls.__bases__:
            for parent in cls.__bases__:
                known = children.setdefault(parent, [])
                if cls not in known:
                    known.append(cls)
                if unique and parent in classes:
                    break
        elif cls not in roots:
            roots.append(cls)
    for parent in children:
        if parent not in classes:
            roots.append(parent)
    return _walk_tree(roots, children)


def _walk_tree(classes, children):
    result = []
    for cls in sorted(classes, key=lambda c: (c.__module__, c.__name__)):
        result.append((cls, cls.__bases__))
        if cls in children:
            result.append(_walk_tree(children[cls], children))
    return result


# Documentation.

def cleandoc(doc):
    """A documentation text without the indentation of its place."""
    lines = doc.expandtabs().split('\n')
    margins = [len(line) - len(line.lstrip())
               for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    """The documentation, inherited if need be; or None."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def _class_around(function):
    """The class that a function was defined in, or None."""
    found = sys.modules.get(function.__module__)
    for name in function.__qualname__.split('.')[:-1]:
        found = getattr(found, name, None)
    return found if isclass(found) else None


def _inherited_doc(object):
    if isclass(object):
        for base in object.__mro__[1:]:
            if base is not __builtins_object and base.__doc__ is not None:
                return base.__doc__
        return None
    name = getattr(object, '__name__', None)
    owner = None
    if ismethod(object):
        owner = object.__self__
        owner = owner if isclass(owner) else type(owner)
    elif isfunction(object):
        owner = _class_around(object)
    if owner is None or name is None:
        return None
    for base in owner.__mro__:
        doc = getattr(base.__dict__.get(name), '__doc__', None)
        if doc is not None:
            return doc
    return None


__builtins_object = type.mro(type)[-1]


# Source.

def _code_of(object):
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    return object


def getmodule(object, _filename=None):
    """The module in which it was made, or None."""
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, '__module__', None))


def getmodulename(path):
    """The name of the module that a file would be."""
    name = path.rsplit('/', 1)[-1]
    return name[:-3] if name.endswith('.py') else None


def getfile(object):
    """The file in which it was written."""
    if ismodule(object):
        found = getattr(object, '__file__', None)
        if found:
            return found
        raise TypeError(f'{object!r} is a built-in module')
    if isclass(object):
        found = getattr(sys.modules.get(object.__module__), '__file__', None)
        if found:
            return found
        raise TypeError(f'{object!r} is a built-in class')
    code = _code_of(object)
    if iscode(code):
        return code.co_filename
    raise TypeError(
        'module, class, method, function, traceback, frame, or code object '
        f'was expected, got {type(object).__name__}')


getsourcefile = getfile


def _logical_lines(lines, start):
    """Where each statement begins and ends, and its text outside of brackets.

    Strings are cut to one character; comments are left out.
    """
    depth, quote, first, text = 0, None, start, ''
    for index in range(start, len(lines)):
        line, at = lines[index].rstrip('\n'), 0
        while at < len(line):
            char = line[at]
            if quote is not None:
                if char == '\\':
                    at += 2
                elif line.startswith(quote, at):
                    at += len(quote)
                    quote = None
                else:
                    at += 1
                continue
            if char == '#':
                break
            if char in '"\'':
                quote = char * 3 if line.startswith(char * 3, at) else char
                at += len(quote)
                text += char
                continue
            if char in '([{':
                depth += 1
            if depth == 0:
                text += char
            if char in ')]}':
                depth = max(depth - 1, 0)
            at += 1
        goes_on = line.endswith('\\')
        if quote is not None and len(quote) == 1 and not goes_on:
            quote = None
        if depth == 0 and quote is None and not goes_on:
            yield first, index + 1, text.strip()
            first, text = index + 1, ''


def _block(lines, start):
    """The lines of a block that begins at index `start`, decorators included."""
    margin = len(lines[start]) - len(lines[start].lstrip())
    last, in_body, column = start + 1, False, None
    for first, end, text in _logical_lines(lines, start):
        if in_body:
            indent = len(lines[first]) - len(lines[first].lstrip())
            if text:
                if indent <= margin:
                    break
                column = indent if column is None else column
                last = end
            elif column is not None and indent >= column and (
                    lines[first].lstrip().startswith('#')):
                # A comment that is indented like the body belongs to it.
                last = end
            continue
        last = end
        if text and not text.startswith('@'):
            in_body = text.endswith(':')
            if not in_body:
                # All on one line.
                break
    return lines[start:last]


def _line_of_class(qualname, source):
    """The index of the line at which a class begins, decorators included."""
    import ast

    def search(nodes, path):
        for node in nodes:
            inner = path
            if isinstance(node, ast.ClassDef):
                inner = (*path, node.name)
                if '.'.join(inner) == qualname:
                    return min([node.lineno, *[
                        d.lineno for d in node.decorator_list]]) - 1
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                inner = (*path, node.name, '<locals>')
            found = search(ast.iter_child_nodes(node), inner)
            if found is not None:
                return found
        return None

    found = search([ast.parse(source)], ())
    if found is None:
        raise OSError('could not find class definition')
    return found


def getsourcelines(object):
    """The lines of source, and the number of the first."""
    import linecache
    if hasattr(object, '__wrapped__'):
        from ._signature import unwrap
        object = unwrap(object)
    lines = linecache.getlines(getfile(object))
    if not lines:
        raise OSError('could not get source code')
    if ismodule(object):
        return lines, 0
    if isclass(object):
        number = _line_of_class(object.__qualname__, ''.join(lines))
        return _block(lines, number), number + 1
    code = _code_of(object)
    if isframe(object) and code.co_name == '<module>':
        return lines, 0
    start = code.co_firstlineno - 1
    if start >= len(lines):
        raise OSError('lineno is out of bounds')
    return _block(lines, start), start + 1


def getsource(object):
    """The text of source."""
    return ''.join(getsourcelines(object)[0])


# Frames.

def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


def getframeinfo(frame, context=1):
    """Where a frame or a traceback stands, with some lines around."""
    if istraceback(frame):
        lineno, frame = frame.tb_lineno, frame.tb_frame
    else:
        lineno = frame.f_lineno
    code = frame.f_code
    lines = index = None
    if context > 0:
        import linecache
        known = linecache.getlines(code.co_filename)
        if known:
            start = max(0, min(lineno - 1 - context // 2,
                               len(known) - context))
            lines = known[start:start + context]
            index = lineno - 1 - start
    return Traceback(code.co_filename, lineno, code.co_name, lines, index)


def stack(context=1):
    """The frames from the caller outwards."""
    frame = sys._getframe(1)
    result = []
    while frame is not None:
        result.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return result


def trace(context=1):
    """The frames from here to where the exception being handled was raised."""
    error = sys.exception()
    tb = error.__traceback__ if error is not None else None
    result = []
    while tb is not None:
        result.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return result
