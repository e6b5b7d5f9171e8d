"""The types of objects that have no name among the builtins, and makers of classes."""

from _types import (
    AsyncGeneratorType, BuiltinFunctionType, CellType, ClassMethodDescriptorType,
    CodeType, CoroutineType, FrameType, FunctionType, GeneratorType,
    GenericAlias, GetSetDescriptorType, MappingProxyType, MemberDescriptorType,
    MethodDescriptorType, MethodType, MethodWrapperType, ModuleType,
    SimpleNamespace, TracebackType, UnionType, WrapperDescriptorType,
    _mark_iterable_coroutine)

LambdaType = FunctionType
BuiltinMethodType = BuiltinFunctionType
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(Ellipsis)


class DynamicClassAttribute:
    """A property of instances that the class itself may define otherwise.

    Asked of the class it raises AttributeError, so that the metaclass's
    `__getattr__` is asked.
    """

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or fget.__doc__
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(
            getattr(fget, '__isabstractmethod__', False))

    def __get__(self, instance, owner=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()
        if self.fget is None:
            raise AttributeError('unreadable attribute')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def _changed(self, fget, fset, fdel):
        doc = None if self.overwrite_doc else self.__doc__
        return type(self)(fget, fset, fdel, doc)

    def getter(self, fget):
        return self._changed(fget, self.fset, self.fdel)

    def setter(self, fset):
        return self._changed(self.fget, fset, self.fdel)

    def deleter(self, fdel):
        return self._changed(self.fget, self.fset, fdel)


# Making classes at run time.

def new_class(name, bases=(), kwds=None, exec_body=None):
    """A class as a `class` statement would make it; `exec_body(namespace)`."""
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace['__orig_bases__'] = bases
    return meta(name, resolved, namespace, **kwds)


def resolve_bases(bases):
    """`bases` with everything replaced that has `__mro_entries__`."""
    resolved = []
    changed = False
    for base in bases:
        if isinstance(base, type) or not hasattr(base, '__mro_entries__'):
            resolved.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError('__mro_entries__ must return a tuple')
        resolved.extend(entries)
        changed = True
    return tuple(resolved) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the namespace and the keywords for a new class."""
    kwds = dict(kwds or {})
    meta = kwds.pop('metaclass', None)
    if meta is None:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        meta = _most_derived(meta, bases)
    if hasattr(meta, '__prepare__'):
        namespace = meta.__prepare__(name, bases, **kwds)
    else:
        namespace = {}
    return meta, namespace, kwds


def _most_derived(meta, bases):
    for base in bases:
        other = type(base)
        if issubclass(other, meta):
            meta = other
        elif not issubclass(meta, other):
            raise TypeError(
                'metaclass conflict: the metaclass of a derived class must be '
                'a (non-strict) subclass of the metaclasses of all its bases')
    return meta


def get_original_bases(cls, /):
    """The bases as written, e.g. with `Generic[T]` (Python 3.12)."""
    try:
        return cls.__dict__.get('__orig_bases__', cls.__bases__)
    except AttributeError:
        raise TypeError(f'Expected an instance of type, not '
                        f'{type(cls).__name__!r}') from None


# Generator-based coroutines.

def coroutine(func):
    """Makes the generators of `func` awaitable."""
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    if type(func) is FunctionType:
        flags = func.__code__.co_flags
        if flags & _CO_COROUTINE or flags & _CO_ITERABLE_COROUTINE:
            return func
        if flags & _CO_GENERATOR:
            return _mark_iterable_coroutine(func)

    import functools

    @functools.wraps(func)
    def wrapped(*args, **kwargs):
        result = func(*args, **kwargs)
        if type(result) is CoroutineType or (
                type(result) is GeneratorType
                and result.gi_code.co_flags & _CO_ITERABLE_COROUTINE):
            return result
        import collections.abc
        if (isinstance(result, collections.abc.Generator)
                and not isinstance(result, collections.abc.Coroutine)):
            return _AwaitableGenerator(result)
        return result
    return wrapped


_CO_GENERATOR = 0x20
_CO_COROUTINE = 0x80
_CO_ITERABLE_COROUTINE = 0x100


class _AwaitableGenerator:
    """Makes a generator (or what behaves like one) awaitable."""

    def __init__(self, generator):
        self.__wrapped = generator
        self.__name__ = getattr(generator, '__name__', None)
        self.__qualname__ = getattr(generator, '__qualname__', None)

    def send(self, value):
        return self.__wrapped.send(value)

    def throw(self, *error):
        return self.__wrapped.throw(*error)

    def close(self):
        return self.__wrapped.close()

    def __next__(self):
        return next(self.__wrapped)

    def __iter__(self):
        return self.__wrapped if isinstance(
            self.__wrapped, GeneratorType) else self

    __await__ = __iter__

    @property
    def gi_code(self):
        return self.__wrapped.gi_code

    @property
    def gi_frame(self):
        return self.__wrapped.gi_frame

    @property
    def gi_running(self):
        return self.__wrapped.gi_running

    @property
    def gi_yieldfrom(self):
        return self.__wrapped.gi_yieldfrom

    cr_code, cr_frame, cr_running, cr_await = (
        gi_code, gi_frame, gi_running, gi_yieldfrom)


__all__ = [name for name in globals() if not name.startswith('_')]
