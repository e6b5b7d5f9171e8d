"""NamedTuple, TypedDict and abstract files."""

__all__ = ['BinaryIO', 'IO', 'NamedTuple', 'TextIO', 'TypedDict',
           'is_typeddict']

import collections
import sys

from ._forms import (
    AnnotatedAlias, NotRequired, ReadOnly, Required, checked)
from ._generics import Generic
from ._variables import TypeVar


def _module(depth):
    return sys._getframe(depth + 1).f_globals.get('__name__', '__main__')


def _annotations_of(namespace):
    found = namespace.get('__annotations__')
    if found is not None:
        return found
    annotate = (namespace.get('__annotate__')
                or namespace.get('__annotate_func__'))
    return annotate(1) if annotate is not None else {}


# Names that the body of a NamedTuple may not set.
_PROHIBITED = frozenset(['__new__', '__init__', '__slots__', '__getnewargs__',
                         '_fields', '_field_defaults', '_field_types', '_make',
                         '_replace', '_asdict', '_source'])
_SPECIAL = frozenset(['__module__', '__name__', '__annotations__',
                      '__annotate__', '__annotate_func__'])


class _NamedTupleMeta(type):
    """Turns the body of a class into a named tuple."""

    def __new__(cls, typename, bases, namespace):
        annotations = {
            name: checked(tp, f'field {name} annotation must be a type')
            for name, tp in _annotations_of(namespace).items()}
        for base in bases:
            if base is not _NamedTupleBase and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and '
                                'Generic')
        defaults = []
        for name in annotations:
            if name in namespace:
                defaults.append(name)
            elif defaults:
                raise TypeError(
                    f'non-default namedtuple field {name} cannot follow '
                    f'default field{"s" if len(defaults) > 1 else ""} '
                    f'{", ".join(defaults)}')
        made = collections.namedtuple(
            typename, annotations, defaults=[namespace[n] for n in defaults],
            module=namespace['__module__'])
        made.__annotations__ = annotations
        made.__new__.__annotations__ = annotations
        if len(set(bases)) < len(bases):
            raise TypeError(f'duplicate base class {_NamedTupleBase.__name__}')
        if '__orig_bases__' in namespace:
            made.__orig_bases__ = namespace['__orig_bases__']
        if Generic in bases:
            made.__class_getitem__ = classmethod(
                Generic.__class_getitem__.__func__)
            made.__bases__ = tuple([
                tuple if base is _NamedTupleBase else base for base in bases])
            made.__init_subclass__()
        for name, value in namespace.items():
            if name in _PROHIBITED:
                raise AttributeError(
                    f'Cannot overwrite NamedTuple attribute {name}')
            if name not in _SPECIAL and name not in made._fields:
                setattr(made, name, value)
                set_name = getattr(type(value), '__set_name__', None)
                if set_name is not None:
                    set_name(value, made, name)
        return made


_NamedTupleBase = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})


class _NamedTupleMaker:
    """To inherit from, or to call with a name and pairs of name and type."""

    __name__ = __qualname__ = 'NamedTuple'

    def __call__(self, typename, fields=None, /, **kwargs):
        if fields is None:
            fields = kwargs.items()
        elif kwargs:
            raise TypeError('Either list of fields or keywords can be '
                            'provided to NamedTuple, not both')
        types = {name: checked(tp, f'field {name} annotation must be a type')
                 for name, tp in fields}
        made = collections.namedtuple(typename, types, module=_module(1))
        made.__annotations__ = types
        made.__new__.__annotations__ = types
        return made

    def __mro_entries__(self, bases):
        return (_NamedTupleBase,)

    def __repr__(self):
        return f'<function NamedTuple at {id(self):#x}>'


NamedTuple = _NamedTupleMaker()


class _TypedDictMeta(type):
    """Makes a plain dictionary type that knows its keys."""

    def __new__(cls, name, bases, namespace, total=True, closed=None):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type '
                                'and a non-TypedDict base class')
        own = {key: checked(tp, 'TypedDict(\'Name\', {f0: t0, f1: t1, ...}); '
                            'each t must be a type')
               for key, tp in _annotations_of(namespace).items()}
        for key, tp in _annotations_of(namespace).items():
            # A text is looked up where the class stands, also from a class
            # of another module that is derived from it.
            if isinstance(tp, str):
                own[key].__forward_module__ = namespace.get('__module__')
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(getattr(base, '__annotations__', {}))
            required |= set(base.__dict__.get('__required_keys__', ()))
            optional |= set(base.__dict__.get('__optional_keys__', ()))
        for key, tp in own.items():
            mark = _mark_of(tp)
            is_required = total if mark is None else mark is Required
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
        annotations.update(own)
        space = {key: value for key, value in namespace.items()
                 if key not in ('__annotate__', '__annotate_func__')}
        space.update(__annotations__=annotations, __total__=total,
                     __required_keys__=frozenset(required),
                     __optional_keys__=frozenset(optional))
        generic = any(issubclass(base, Generic) if type(base) is type
                      else Generic in base.__mro__ for base in bases)
        space.setdefault('__orig_bases__', bases)
        return type.__new__(_TypedDictMeta, name,
                            (Generic, dict) if generic else (dict,), space)

    def __init__(cls, name, bases, namespace, total=True, closed=None):
        pass

    def __call__(cls, /, *args, **kwargs):
        # Its objects are dictionaries and nothing else.
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


def _mark_of(tp):
    """Required or NotRequired around a type, or None."""
    while True:
        origin = getattr(tp, '__origin__', None)
        if isinstance(tp, AnnotatedAlias):
            tp = tp.__origin__
        elif origin is Required or origin is NotRequired:
            return origin
        elif origin is ReadOnly:
            tp = tp.__args__[0]
        else:
            return None


_TypedDictBase = type.__new__(_TypedDictMeta, 'TypedDict', (), {})


class _TypedDictMaker:
    """To inherit from, or to call with a name and a dictionary of types."""

    __name__ = __qualname__ = 'TypedDict'

    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        if fields is None:
            fields = kwargs
        elif kwargs:
            raise TypeError('TypedDict takes either a dict or keyword '
                            'arguments, but not both')
        return _TypedDictMeta(typename, (), {
            '__annotations__': dict(fields), '__module__': _module(1)},
            total=total)

    def __mro_entries__(self, bases):
        return (_TypedDictBase,)

    def __repr__(self):
        return f'<function TypedDict at {id(self):#x}>'


TypedDict = _TypedDictMaker()


def is_typeddict(tp):
    """Whether it was made by TypedDict."""
    return isinstance(type(tp), type) and type(tp) is _TypedDictMeta


_Any = TypeVar('AnyStr', bytes, str)


class IO(Generic[_Any]):
    """A file, for annotations."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    """A file of bytes, for annotations."""

    __slots__ = ()


class TextIO(IO[str]):
    """A file of text, for annotations."""

    __slots__ = ()
