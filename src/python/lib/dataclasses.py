"""Classes made from a list of fields."""

__all__ = ['FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'Field',
           'asdict', 'astuple', 'dataclass', 'field', 'fields',
           'is_dataclass', 'make_dataclass', 'replace']

import abc
import copy
import keyword
import sys
import types
from reprlib import recursive_repr
from types import GenericAlias


class FrozenInstanceError(AttributeError):
    """An attempt to change an object of a frozen data class."""


class _Named:
    """A single object that shows as its name."""

    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return self._name


class _MISSING_TYPE:
    """The type of MISSING."""


class _KW_ONLY_TYPE:
    """The type of KW_ONLY."""


class _FactoryMark:
    def __repr__(self):
        return '<factory>'


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
# The default of a parameter whose field has a factory.
_FROM_FACTORY = _FactoryMark()

# What a field is: an ordinary one, a class variable, a parameter only.
_FIELD = _Named('_FIELD')
_CLASSVAR = _Named('_FIELD_CLASSVAR')
_INITVAR = _Named('_FIELD_INITVAR')

_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_POST_INIT = '__post_init__'


class InitVar:
    """`InitVar[int]`: a parameter of `__init__`, passed to `__post_init__`."""

    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not isinstance(
                self.type, GenericAlias):
            return f'dataclasses.InitVar[{self.type.__name__}]'
        return f'dataclasses.InitVar[{self.type!r}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known of one field."""

    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash',
                 'init', 'compare', 'metadata', 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare,
                 metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = types.MappingProxyType(
            {} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    @recursive_repr()
    def __repr__(self):
        return (f'Field(name={self.name!r},type={self.type!r},'
                f'default={self.default!r},'
                f'default_factory={self.default_factory!r},'
                f'init={self.init!r},repr={self.repr!r},hash={self.hash!r},'
                f'compare={self.compare!r},metadata={self.metadata!r},'
                f'kw_only={self.kw_only!r},_field_type={self._field_type})')

    def __set_name__(self, owner, name):
        # The default may be a descriptor that wants to know its name.
        method = getattr(type(self.default), '__set_name__', None)
        if method is not None:
            method(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    """The arguments of `dataclass`."""

    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen',
                 'match_args', 'kw_only', 'slots', 'weakref_slot')

    def __init__(self, **params):
        for name, value in params.items():
            setattr(self, name, value)

    def __repr__(self):
        shown = ','.join(f'{name}={getattr(self, name)!r}'
                         for name in self.__slots__[:6])
        return f'_DataclassParams({shown})'


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True,
          hash=None, compare=True, metadata=None, kw_only=MISSING):
    """Says more about a field than its default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare,
                 metadata, kw_only)


# From the body of a class to its fields.

def _is_named(cls, annotation, module, name):
    """Whether an annotation given as text means this name of a module.

    It is looked up where the class stands: in the class's module, or in a
    module that is imported there.
    """
    prefix, word = _first_words(annotation)
    home = sys.modules.get(cls.__module__)
    wanted = getattr(sys.modules.get(module), name, None)
    if home is None or wanted is None:
        return False
    if prefix:
        home = getattr(home, prefix, None)
        if home is not sys.modules[module]:
            return False
    return getattr(home, word, None) is wanted


def _first_words(text):
    """`typing` and `ClassVar` of 'typing.ClassVar[int]'; the first may lack."""
    words = []
    for text in text.split('.', 1):
        text = text.lstrip()
        length = 0
        while length < len(text) and (text[length].isalnum()
                                      or text[length] == '_'):
            length += 1
        words.append(text[:length])
        if text[length:].strip():
            break
    return words if len(words) == 2 and words[1] else ('', words[0])


def _kind_of(cls, annotation):
    if isinstance(annotation, str):
        if _is_named(cls, annotation, 'typing', 'ClassVar'):
            return _CLASSVAR
        if _is_named(cls, annotation, __name__, 'InitVar'):
            return _INITVAR
        return _FIELD
    if annotation is InitVar or type(annotation) is InitVar:
        return _INITVAR
    typing = sys.modules.get('typing')
    if typing is not None and (
            annotation is typing.ClassVar
            or getattr(annotation, '__origin__', None) is typing.ClassVar):
        return _CLASSVAR
    return _FIELD


def _is_kw_only_mark(cls, annotation):
    return annotation is KW_ONLY or isinstance(annotation, str) and _is_named(
        cls, annotation, __name__, 'KW_ONLY')


def _make_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            # A slot, not a default.
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = _kind_of(cls, annotation)
    if made._field_type in (_CLASSVAR, _INITVAR):
        if made.default_factory is not MISSING:
            raise TypeError(f'field {name} cannot have a default factory')
    if made._field_type is _CLASSVAR:
        if made.kw_only is not MISSING:
            raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
    elif made.kw_only is MISSING:
        made.kw_only = kw_only
    if made._field_type is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(
            f'mutable default {type(made.default)} for field {name} is not '
            'allowed: use default_factory')
    return made


def _collect_fields(cls, kw_only):
    """The fields of the bases, then those of the class, by name."""
    found = {}
    for base in cls.__mro__[-1:0:-1]:
        for inherited in getattr(base, _FIELDS, {}).values():
            found[inherited.name] = inherited

    annotations = cls.__dict__.get('__annotations__', {})
    if not annotations and hasattr(cls, '__annotations__') and (
            '__annotate__' in cls.__dict__ or
            '__annotate_func__' in cls.__dict__):
        annotations = cls.__annotations__
    seen_mark = False
    for name, annotation in annotations.items():
        if _is_kw_only_mark(cls, annotation):
            if seen_mark:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY '
                                'has already been specified')
            seen_mark = kw_only = True
            continue
        made = _make_field(cls, name, annotation, kw_only)
        found[name] = made
        if isinstance(getattr(cls, name, None), Field):
            if made.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, made.default)

    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return found


# The methods.

def _define(cls, name, parameters, body, scope):
    """Compiles a method, so that it is fast and its errors name the fields."""
    names = ', '.join(scope)
    text = (f'def _outer({names}):\n'
            f'  def {name}({", ".join(parameters)}):\n'
            + ''.join(f'    {line}\n' for line in body or ['pass'])
            + f'  return {name}\n')
    space = {}
    # Hints of the method are looked up in the class's module.
    module = sys.modules.get(cls.__module__)
    exec(text, module.__dict__ if module is not None else {}, space)
    method = space['_outer'](**scope)
    method.__qualname__ = f'{cls.__qualname__}.{name}'
    method.__module__ = cls.__module__
    return method


def _make_init(cls, all_fields, frozen, has_slots):
    plain = [f for f in all_fields if f.init and not f.kw_only]
    keyword_only = [f for f in all_fields if f.init and f.kw_only]
    seen_default = None
    for f in plain:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = f
        elif seen_default:
            raise TypeError(
                f'non-default argument {f.name!r} follows default argument')

    self_name = '__dataclass_self__' if 'self' in (
        f.name for f in all_fields) else 'self'
    scope = {'__dataclass_object__': object,
             '__dataclass_factory__': _FROM_FACTORY}
    parameters = [self_name]

    def parameter(f):
        if f.default is not MISSING:
            scope[f'__dataclass_dflt_{f.name}__'] = f.default
            return f'{f.name}=__dataclass_dflt_{f.name}__'
        if f.default_factory is not MISSING:
            return f'{f.name}=__dataclass_factory__'
        return f.name

    parameters += map(parameter, plain)
    if keyword_only:
        parameters += ['*', *map(parameter, keyword_only)]

    body = []
    for f in all_fields:
        if f._field_type is _INITVAR:
            continue
        if f.default_factory is not MISSING:
            scope[f'__dataclass_make_{f.name}__'] = f.default_factory
            value = f'__dataclass_make_{f.name}__()'
            if f.init:
                value += (f' if {f.name} is __dataclass_factory__ '
                          f'else {f.name}')
        elif f.init:
            value = f.name
        elif has_slots and f.default is not MISSING:
            # A class with slots has no attribute to fall back on.
            scope[f'__dataclass_dflt_{f.name}__'] = f.default
            value = f'__dataclass_dflt_{f.name}__'
        else:
            continue
        if frozen:
            body.append('__dataclass_object__.__setattr__'
                        f'({self_name}, {f.name!r}, {value})')
        else:
            body.append(f'{self_name}.{f.name} = {value}')
    if hasattr(cls, _POST_INIT):
        passed = ', '.join(f.name for f in all_fields
                           if f._field_type is _INITVAR)
        body.append(f'{self_name}.{_POST_INIT}({passed})')
    method = _define(cls, '__init__', parameters, body, scope)
    method.__annotations__ = {
        f.name: f.type for f in plain + keyword_only} | {'return': None}
    return method


def _make_repr(names):
    @recursive_repr()
    def __repr__(self):
        shown = ', '.join([f'{name}={getattr(self, name)!r}'
                           for name in names])
        return f'{self.__class__.__qualname__}({shown})'
    return __repr__


def _make_eq(names):
    def __eq__(self, other):
        if self is other:
            return True
        if other.__class__ is not self.__class__:
            return NotImplemented
        for name in names:
            mine, theirs = getattr(self, name), getattr(other, name)
            if mine is not theirs and not mine == theirs:
                return False
        return True
    return __eq__


def _values(obj, names):
    return tuple([getattr(obj, name) for name in names])


def _make_comparisons(names):
    def __lt__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _values(self, names) < _values(other, names)

    def __le__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _values(self, names) <= _values(other, names)

    def __gt__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _values(self, names) > _values(other, names)

    def __ge__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _values(self, names) >= _values(other, names)

    return __lt__, __le__, __gt__, __ge__


def _make_hash(names):
    def __hash__(self):
        return hash(_values(self, names))
    return __hash__


def _make_frozen(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


def _set_new(cls, method):
    """Gives the class a method unless it has one itself; whether it has."""
    name = method.__name__
    if name in cls.__dict__:
        return True
    method.__qualname__ = f'{cls.__qualname__}.{name}'
    setattr(cls, name, method)
    return False


def _check_bases(cls, frozen):
    frozen_bases = [getattr(base, _PARAMS).frozen for base in cls.__mro__[1:]
                    if hasattr(base, _FIELDS) and base.__dict__.get(_PARAMS)]
    if frozen_bases:
        if any(frozen_bases) and not frozen:
            raise TypeError(
                'cannot inherit non-frozen dataclass from a frozen one')
        if not all(frozen_bases) and frozen:
            raise TypeError(
                'cannot inherit frozen dataclass from a non-frozen one')


def _process(cls, p):
    # What is no class is told of by this name.
    cls.__module__
    _check_bases(cls, p.frozen)
    # Before any method is added: it tells what the body itself defines.
    found = _collect_fields(cls, p.kw_only)
    defines_hash = cls.__dict__.get('__hash__', MISSING)
    setattr(cls, _FIELDS, found)
    setattr(cls, _PARAMS, p)

    if p.order and not p.eq:
        raise ValueError('eq must be true if order is true')
    real = [f for f in found.values() if f._field_type is _FIELD]
    for_init = [f for f in found.values() if f._field_type is not _CLASSVAR]

    explicit_hash = not (defines_hash is MISSING or defines_hash is None
                         and '__eq__' in cls.__dict__)
    if p.init:
        _set_new(cls, _make_init(cls, for_init, p.frozen, p.slots))
    if p.repr:
        _set_new(cls, _make_repr([f.name for f in real if f.repr]))
    compared = [f.name for f in real if f.compare]
    if p.unsafe_hash and explicit_hash:
        raise TypeError('Cannot overwrite attribute __hash__ '
                        f'in class {cls.__name__}')
    if p.eq:
        _set_new(cls, _make_eq(compared))
    if p.order:
        for method in _make_comparisons(compared):
            if _set_new(cls, method):
                raise TypeError(
                    f'Cannot overwrite attribute {method.__name__} in class '
                    f'{cls.__name__}. Consider using '
                    'functools.total_ordering')
    if p.frozen:
        for method in _make_frozen(cls, [f.name for f in real]):
            if _set_new(cls, method):
                raise TypeError(f'Cannot overwrite attribute '
                                f'{method.__name__} in class {cls.__name__}')
    if p.unsafe_hash or p.eq and not explicit_hash:
        if p.unsafe_hash or p.frozen:
            cls.__hash__ = _make_hash(
                [f.name for f in real
                 if (f.compare if f.hash is None else f.hash)])
            cls.__hash__.__qualname__ = f'{cls.__qualname__}.__hash__'
        else:
            cls.__hash__ = None

    if p.match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple(
            f.name for f in for_init if f.init and not f.kw_only)
    if '__replace__' not in cls.__dict__:
        cls.__replace__ = _replace
    if not cls.__doc__:
        cls.__doc__ = cls.__name__ + _parameters(cls)
    if p.weakref_slot and not p.slots:
        raise TypeError('weakref_slot is True but slots is False')
    if p.slots:
        cls = _with_slots(cls, [f.name for f in real], p)
    abc.update_abstractmethods(cls)
    return cls


def _parameters(cls):
    """The parameters of the class as its documentation shows them."""
    import inspect
    try:
        return str(inspect.signature(cls)).replace(' -> None', '')
    except (TypeError, ValueError):
        return ''


def _with_slots(cls, names, p):
    """The class made once more, with `__slots__`."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get('__slots__', ())
        inherited.update([slots] if isinstance(slots, str) else slots)
    slots = [name for name in names if name not in inherited]
    if p.weakref_slot and '__weakref__' not in inherited:
        slots.append('__weakref__')
    namespace = dict(cls.__dict__)
    for name in names:
        namespace.pop(name, None)
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    namespace['__slots__'] = tuple(slots)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = qualname
    if p.frozen:
        for method in _make_frozen(made, names):
            if getattr(cls, method.__name__).__module__ == __name__:
                method.__qualname__ = f'{qualname}.{method.__name__}'
                setattr(made, method.__name__, method)
    if p.frozen:
        if '__getstate__' not in cls.__dict__:
            made.__getstate__ = _get_state
        if '__setstate__' not in cls.__dict__:
            made.__setstate__ = _set_state
    return made


def _get_state(self):
    return [getattr(self, f.name) for f in fields(self)]


def _set_state(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False,
              unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
              slots=False, weakref_slot=False):
    """Gives a class the methods that follow from its annotated fields."""
    def wrap(cls):
        return _process(cls, _DataclassParams(
            init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
            frozen=frozen, match_args=match_args, kw_only=kw_only,
            slots=slots, weakref_slot=weakref_slot))
    return wrap if cls is None else wrap(cls)


# Using data classes.

def fields(class_or_instance):
    """The fields, in order."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance'
                        ) from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether it is a data class or an object of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """The fields as a dictionary, with everything inside converted too."""
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _converted(obj, lambda pairs: dict_factory(pairs))


def astuple(obj, *, tuple_factory=tuple):
    """The values as a tuple, with everything inside converted too."""
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _converted(
        obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def _converted(obj, make):
    if _is_instance(obj):
        return make([(f.name, _converted(getattr(obj, f.name), make))
                     for f in fields(obj)])
    cls = type(obj)
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return cls(*[_converted(item, make) for item in obj])
    if isinstance(obj, (list, tuple)):
        return cls(_converted(item, make) for item in obj)
    if isinstance(obj, dict):
        pairs = [(_converted(key, make), _converted(value, make))
                 for key, value in obj.items()]
        if hasattr(cls, 'default_factory'):
            result = cls(obj.default_factory)
            result.update(pairs)
            return result
        return cls(pairs)
    return copy.deepcopy(obj)


def replace(obj, /, **changes):
    """A new object with other values in some fields."""
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(
                    f'field {f.name} is declared with init=False, it cannot '
                    'be specified with replace()')
            continue
        if f.name not in changes:
            if f._field_type is _INITVAR and f.default is MISSING:
                raise ValueError(f'InitVar {f.name!r} must be specified with '
                                 'replace()')
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True,
                   repr=True, eq=True, order=False, unsafe_hash=False,
                   frozen=False, match_args=True, kw_only=False, slots=False,
                   weakref_slot=False, module=None):
    """A data class from names, (name, type) or (name, type, default)."""
    namespace = {} if namespace is None else dict(namespace)
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, 'typing.Any'
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, default = item
            defaults[name] = default
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if keyword.iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = annotation
    namespace.update(defaults)
    namespace['__annotations__'] = annotations
    made = types.new_class(cls_name, bases, {},
                           lambda space: space.update(namespace))
    made.__module__ = module or sys._getframe(1).f_globals.get('__name__')
    return dataclass(made, init=init, repr=repr, eq=eq, order=order,
                     unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots,
                     weakref_slot=weakref_slot)
