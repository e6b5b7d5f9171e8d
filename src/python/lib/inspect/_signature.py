"""The parameters of functions, and how arguments meet them."""

import sys
import types
from collections import namedtuple
from enum import IntEnum
from functools import partial

from ._kinds import CO_VARARGS, CO_VARKEYWORDS


class _empty:
    """Stands for a default or an annotation that is not there."""


class _kept:
    """Stands for what `replace` is not given."""


_empty.__module__ = 'inspect'


class _ParameterKind(IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self._name_

    @property
    def description(self):
        return _DESCRIPTIONS[self]


_POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
_POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
_VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
_KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
_VAR_KEYWORD = _ParameterKind.VAR_KEYWORD

_DESCRIPTIONS = {
    _POSITIONAL_ONLY: 'positional-only',
    _POSITIONAL_OR_KEYWORD: 'positional or keyword',
    _VAR_POSITIONAL: 'variadic positional',
    _KEYWORD_ONLY: 'keyword-only',
    _VAR_KEYWORD: 'variadic keyword',
}


def formatannotation(annotation, base_module=None):
    """An annotation as it is written."""
    if getattr(annotation, '__module__', None) == 'typing':
        import re
        return re.sub(r'[\w.]+', lambda m: m[0].removeprefix('typing.'),
                      repr(annotation))
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation)


class Parameter:
    """One parameter of a signature."""

    __slots__ = ('_name', '_kind', '_default', '_annotation')

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f'value {kind!r} is not a valid '
                             'Parameter.kind') from None
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{kind.description} parameters cannot have '
                             'default values')
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a '
                            f'{type(name).__name__}')
        from keyword import iskeyword
        if not name.isidentifier() or (
                iskeyword(name) and kind is not _POSITIONAL_ONLY):
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name = name
        self._kind = kind
        self._default = default
        self._annotation = annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_kept, kind=_kept, annotation=_kept,
                default=_kept):
        """A parameter that differs in what is given."""
        return type(self)(
            self._name if name is _kept else name,
            self._kind if kind is _kept else kind,
            default=self._default if default is _kept else default,
            annotation=self._annotation if annotation is _kept else annotation)

    __replace__ = replace

    def __reduce__(self):
        return type(self), (self._name, self._kind), {
            '_default': self._default, '_annotation': self._annotation}

    def __setstate__(self, state):
        self._default = state['_default']
        self._annotation = state['_annotation']

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += f': {formatannotation(self._annotation)}'
        if self._default is not _empty:
            blank = ' ' if self._annotation is not _empty else ''
            text += f'{blank}={blank}{self._default!r}'
        if self._kind == _VAR_POSITIONAL:
            text = '*' + text
        elif self._kind == _VAR_KEYWORD:
            text = '**' + text
        return text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name == other._name and self._kind == other._kind
                and self._default == other._default
                and self._annotation == other._annotation)


class BoundArguments:
    """Arguments, each under the name of its parameter."""

    __slots__ = ('arguments', '_signature')

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        """Those that are passed by position."""
        result = []
        for name, param in self._signature.parameters.items():
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                break
            if name not in self.arguments:
                break
            if param.kind == _VAR_POSITIONAL:
                result.extend(self.arguments[name])
            else:
                result.append(self.arguments[name])
        return tuple(result)

    @property
    def kwargs(self):
        """Those that are passed by name."""
        result = {}
        by_name = False
        for name, param in self._signature.parameters.items():
            if not by_name:
                if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    by_name = True
                elif name not in self.arguments:
                    by_name = True
                    continue
            if not by_name or name not in self.arguments:
                continue
            if param.kind == _VAR_KEYWORD:
                result.update(self.arguments[name])
            else:
                result[name] = self.arguments[name]
        return result

    def apply_defaults(self):
        """Adds the defaults of the parameters that were not given."""
        complete = {}
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                complete[name] = self.arguments[name]
            elif param.default is not _empty:
                complete[name] = param.default
            elif param.kind == _VAR_POSITIONAL:
                complete[name] = ()
            elif param.kind == _VAR_KEYWORD:
                complete[name] = {}
        self.arguments = complete

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return (self._signature == other._signature
                and self.arguments == other.arguments)

    def __repr__(self):
        shown = ', '.join(f'{name}={value!r}'
                          for name, value in self.arguments.items())
        return f'<{type(self).__name__} ({shown})>'


class Signature:
    """The parameters of something that can be called, and what it returns."""

    __slots__ = ('_parameters', '_return_annotation')

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty,
                 __validate_parameters__=True):
        found = {}
        last = _POSITIONAL_ONLY
        seen_default = False
        for param in parameters or ():
            if param.kind < last:
                raise ValueError(
                    f'wrong parameter order: {last.description} parameter '
                    f'before {param.kind.description} parameter')
            if param.kind > last:
                last = param.kind
            if param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if param.default is not _empty:
                    seen_default = True
                elif seen_default:
                    raise ValueError('non-default argument follows default '
                                     'argument')
            if param.name in found:
                raise ValueError(f'duplicate parameter name: {param.name!r}')
            found[param.name] = param
        self._parameters = types.MappingProxyType(found)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None,
                      locals=None, eval_str=False):
        """The signature of anything that can be called."""
        found = _signature_of(obj, follow_wrapped)
        if eval_str:
            found = _evaluated(found, obj, globals, locals)
        if cls is not Signature:
            found = cls(found.parameters.values(),
                        return_annotation=found.return_annotation)
        return found

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    def replace(self, *, parameters=_kept, return_annotation=_kept):
        """A signature that differs in what is given."""
        return type(self)(
            self._parameters.values() if parameters is _kept else parameters,
            return_annotation=(self._return_annotation
                               if return_annotation is _kept
                               else return_annotation))

    __replace__ = replace

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {
            '_return_annotation': self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state['_return_annotation']

    def bind(self, /, *args, **kwargs):
        """How a call with these arguments fills the parameters; or TypeError."""
        return self._bind(args, kwargs, partial=False)

    def bind_partial(self, /, *args, **kwargs):
        """The same, but arguments may be missing."""
        return self._bind(args, kwargs, partial=True)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        left = list(args)
        kwargs = dict(kwargs)
        rest_name = None
        for param in self._parameters.values():
            name, kind = param.name, param.kind
            if left and kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                raise TypeError('too many positional arguments')
            if kind == _POSITIONAL_ONLY and name in kwargs and not left:
                raise TypeError(f'{name!r} parameter is positional only, but '
                                'was passed as a keyword')
            if kind == _VAR_POSITIONAL:
                if left:
                    arguments[name] = tuple(left)
                    left = []
            elif kind == _VAR_KEYWORD:
                rest_name = name
            elif left:
                if name in kwargs and kind == _POSITIONAL_OR_KEYWORD:
                    raise TypeError(f'multiple values for argument {name!r}')
                arguments[name] = left.pop(0)
            elif name in kwargs and kind != _POSITIONAL_ONLY:
                arguments[name] = kwargs.pop(name)
            elif param.default is _empty and not partial:
                raise TypeError(f'missing a required argument: {name!r}')
        if left:
            raise TypeError('too many positional arguments')
        if kwargs:
            if rest_name is None:
                raise TypeError('got an unexpected keyword argument '
                                f'{next(iter(kwargs))!r}')
            arguments[rest_name] = kwargs
        return BoundArguments(self, arguments)

    def __str__(self):
        parts = []
        seen_positional_only = False
        needs_star = True
        for param in self._parameters.values():
            kind = param.kind
            if kind == _POSITIONAL_ONLY:
                seen_positional_only = True
            elif seen_positional_only:
                parts.append('/')
                seen_positional_only = False
            if kind == _VAR_POSITIONAL:
                needs_star = False
            elif kind == _KEYWORD_ONLY and needs_star:
                parts.append('*')
                needs_star = False
            parts.append(str(param))
        if seen_positional_only:
            parts.append('/')
        text = f'({", ".join(parts)})'
        if self._return_annotation is not _empty:
            text += f' -> {formatannotation(self._return_annotation)}'
        return text

    def __repr__(self):
        return f'<{type(self).__name__} {self}>'

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        def parts(signature):
            by_position = [p for p in signature.parameters.values()
                           if p.kind != _KEYWORD_ONLY]
            by_name = {p.name: p for p in signature.parameters.values()
                       if p.kind == _KEYWORD_ONLY}
            return by_position, by_name, signature.return_annotation
        return parts(self) == parts(other)

    def __hash__(self):
        # The order of what is passed by name does not count.
        by_name = [param for param in self._parameters.values()
                   if param.kind == _KEYWORD_ONLY]
        others = [param for param in self._parameters.values()
                  if param.kind != _KEYWORD_ONLY]
        return hash((tuple(others), frozenset(by_name),
                     self._return_annotation))


for _class in (Parameter, BoundArguments, Signature):
    _class.__module__ = 'inspect'
del _class


def signature(obj, *, follow_wrapped=True, globals=None, locals=None,
              eval_str=False):
    """The signature of anything that can be called."""
    return Signature.from_callable(
        obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals,
        eval_str=eval_str)


def _evaluated(found, obj, globals, locals):
    """The same with values in the place of annotations that are texts."""
    if globals is None:
        function = unwrap(getattr(obj, '__func__', obj))
        globals = getattr(function, '__globals__', {})

    def value(annotation):
        if isinstance(annotation, str):
            return eval(annotation, globals, locals)
        return annotation
    return Signature(
        [parameter.replace(annotation=value(parameter.annotation))
         for parameter in found.parameters.values()],
        return_annotation=value(found.return_annotation))


def unwrap(func, *, stop=None):
    """The function inside all wrappers."""
    seen = {id(func)}
    while hasattr(func, '__wrapped__') and not (stop and stop(func)):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError(f'wrapper loop when unwrapping {func!r}')
        seen.add(id(func))
    return func


def _signature_of(obj, follow_wrapped):
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if isinstance(obj, types.MethodType):
        return _without_first(_signature_of(obj.__func__, follow_wrapped))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__'))
        if isinstance(obj, types.MethodType):
            return _signature_of(obj, follow_wrapped)
    given = getattr(obj, '__signature__', None)
    if given is not None:
        return given
    if isinstance(obj, types.FunctionType):
        return _of_function(obj)
    if isinstance(obj, partial):
        return _of_partial(obj, follow_wrapped)
    if isinstance(obj, type):
        return _of_class(obj, follow_wrapped)
    text = getattr(obj, '__text_signature__', None)
    if not text and isinstance(obj, types.BuiltinFunctionType):
        from ._builtin_functions import TEXTS
        import builtins
        if getattr(builtins, obj.__name__, None) is obj:
            text = TEXTS.get(obj.__name__)
    if text:
        return _of_text(obj, text)
    call = getattr(type(obj), '__call__', None)
    if isinstance(call, types.FunctionType):
        return _without_first(_signature_of(call, follow_wrapped))
    raise ValueError(f'no signature found for builtin {obj!r}')


def _without_first(signature):
    params = list(signature.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError('invalid method signature')
    if params[0].kind != _VAR_POSITIONAL:
        params = params[1:]
    return signature.replace(parameters=params)


def _of_function(func):
    code = func.__code__
    names = code.co_varnames
    count = code.co_argcount
    keyword_only = names[count:count + code.co_kwonlyargcount]
    annotations = func.__annotations__ or {}
    defaults = func.__defaults__ or ()
    keyword_defaults = func.__kwdefaults__ or {}
    params = []
    for index, name in enumerate(names[:count]):
        place = index - (count - len(defaults))
        params.append(Parameter(
            name,
            _POSITIONAL_ONLY if index < code.co_posonlyargcount
            else _POSITIONAL_OR_KEYWORD,
            default=defaults[place] if place >= 0 else _empty,
            annotation=annotations.get(name, _empty)))
    rest = count + len(keyword_only)
    if code.co_flags & CO_VARARGS:
        name = names[rest]
        rest += 1
        params.append(Parameter(name, _VAR_POSITIONAL,
                                annotation=annotations.get(name, _empty)))
    for name in keyword_only:
        params.append(Parameter(name, _KEYWORD_ONLY,
                                default=keyword_defaults.get(name, _empty),
                                annotation=annotations.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        name = names[rest]
        params.append(Parameter(name, _VAR_KEYWORD,
                                annotation=annotations.get(name, _empty)))
    return Signature(params,
                     return_annotation=annotations.get('return', _empty))


def _of_partial(obj, follow_wrapped):
    """What is given by position is gone; what is given by name is a default."""
    inner = _signature_of(obj.func, follow_wrapped)
    try:
        bound = inner.bind_partial(*obj.args, **obj.keywords)
    except TypeError as error:
        raise ValueError(
            f'partial object {obj!r} has incorrect arguments') from error
    by_name = False
    params = []
    for name, param in inner.parameters.items():
        if name in obj.keywords and param.kind != _VAR_KEYWORD:
            by_name = True
            param = param.replace(kind=_KEYWORD_ONLY,
                                  default=obj.keywords[name])
        elif param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            if name in bound.arguments:
                continue
            if by_name:
                param = param.replace(kind=_KEYWORD_ONLY)
        elif param.kind == _VAR_POSITIONAL and by_name:
            continue
        params.append(param)
    return inner.replace(parameters=params)


def _of_class(cls, follow_wrapped):
    call = type(cls).__call__
    if isinstance(call, types.FunctionType):
        return _without_first(_signature_of(call, follow_wrapped))
    for base in cls.__mro__:
        # Whichever comes first: `__new__` goes before `__init__`.
        for name in ('__new__', '__init__'):
            method = base.__dict__.get(name)
            method = getattr(method, '__func__', method)
            if isinstance(method, types.FunctionType):
                return _without_first(_signature_of(method, follow_wrapped))
        if base.__dict__.get('__text_signature__'):
            return _of_text(cls, base.__text_signature__)
    if cls.__new__ is object.__new__ and cls.__init__ is object.__init__:
        return Signature()
    raise ValueError(f'no signature found for builtin type {cls!r}')


def _of_text(obj, text):
    """From the text of a native function, like '($self, x, /)'."""
    scope = {}
    source = text.replace('$self, ', '').replace('$self', '')
    source = source.replace('$module, ', '').replace('$module', '')
    source = source.replace('(/, ', '(').replace('(/)', '()')
    try:
        exec(f'def f{source}: pass', {}, scope)
    except SyntaxError:
        raise ValueError(f'{obj!r} has invalid signature') from None
    return _of_function(scope['f'])


# Older forms.

FullArgSpec = namedtuple(
    'FullArgSpec', 'args varargs varkw defaults kwonlyargs kwonlydefaults '
    'annotations')
ArgInfo = namedtuple('ArgInfo', 'args varargs keywords locals')
FullArgSpec.__module__ = ArgInfo.__module__ = 'inspect'


def getfullargspec(func):
    """The parameters in seven groups."""
    plain = func.__func__ if isinstance(func, types.MethodType) else func
    try:
        found = _signature_of(plain, False)
    except Exception as error:
        raise TypeError('unsupported callable') from error
    args, defaults, kwonly = [], (), []
    varargs = varkw = kwdefaults = None
    annotations = {}
    if found.return_annotation is not _empty:
        annotations['return'] = found.return_annotation
    for param in found.parameters.values():
        if param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(param.name)
            if param.default is not _empty:
                defaults += (param.default,)
        elif param.kind == _VAR_POSITIONAL:
            varargs = param.name
        elif param.kind == _KEYWORD_ONLY:
            kwonly.append(param.name)
            if param.default is not _empty:
                kwdefaults = {**(kwdefaults or {}), param.name: param.default}
        else:
            varkw = param.name
        if param.annotation is not _empty:
            annotations[param.name] = param.annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonly,
                       kwdefaults, annotations)


def getcallargs(func, /, *positional, **named):
    """The arguments that a call would give each parameter."""
    if isinstance(func, types.MethodType):
        if func.__self__ is not None:
            positional = func.__self__, *positional
        func = func.__func__
    # A function with the same parameters sees to the errors too.
    found = _signature_of(func, False)
    defaults = {}
    parameters = []
    for number, param in enumerate(found.parameters.values()):
        default = _empty
        if param.default is not _empty:
            name = f'_default_{number}'
            defaults[name] = param.default
            default = _Name(name)
        parameters.append(param.replace(annotation=_empty, default=default))
    text = str(Signature(parameters))
    exec(f'def called{text}: return locals()', defaults)
    called = defaults['called']
    called.__name__ = called.__qualname__ = func.__name__
    given = called(*positional, **named)
    # First what was given by position, then what takes the rest, then what
    # was given by name, then defaults.
    kinds = {kind: [param.name for param in parameters if param.kind is kind]
             for kind in _ParameterKind}
    order = [*kinds[_POSITIONAL_ONLY], *kinds[_POSITIONAL_OR_KEYWORD]]
    del order[len(positional):]
    order += kinds[_VAR_POSITIONAL] + kinds[_VAR_KEYWORD]
    order += [name for name in named if name in given]
    return {name: given[name] for name in dict.fromkeys([*order, *given])}


class _Name(str):
    """A text whose repr is without quotes."""

    __repr__ = str.__str__
