"""Abstract base classes: classes that say what others must have."""

from _weakref import ref


def abstractmethod(funcobj):
    """Marks a method that every class that is to have objects must define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """The old spelling of `classmethod` over `abstractmethod`."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """The old spelling of `staticmethod` over `abstractmethod`."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """The old spelling of `property` over `abstractmethod`."""

    __isabstractmethod__ = True


# Grows with every registration, so that answers kept before are not used.
_registrations = 0


def get_cache_token():
    """A number that changes whenever a class is registered anywhere."""
    return _registrations


class ABCMeta(type):
    """The metaclass of abstract classes.

    Keeps what is registered with a class, and asks `__subclasshook__`. The
    machine itself refuses objects of a class with `__abstractmethods__`.
    """

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        cls._abc_registry = []
        # What was asked before: class -> whether it is a subclass.
        cls._abc_known = {}
        cls._abc_known_at = -1
        return cls

    def register(cls, subclass):
        """Makes `subclass` count as a subclass; also as a decorator."""
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        cls._abc_registry.append(ref(subclass))
        _registrations += 1
        return subclass

    def __instancecheck__(cls, instance):
        kind = type(instance)
        claimed = instance.__class__
        if cls.__subclasscheck__(claimed):
            return True
        return claimed is not kind and cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        if cls._abc_known_at != _registrations:
            cls._abc_known = {}
            cls._abc_known_at = _registrations
        # By id, guarded by a weak reference: a metaclass may make its classes
        # unhashable, and keeping an answer must not keep the class.
        kept = cls._abc_known.get(id(subclass))
        if kept is not None and kept[0]() is subclass:
            return kept[1]
        answer = cls._abc_decide(subclass)
        cls._abc_known[id(subclass)] = ref(subclass), answer
        return answer

    def _abc_decide(cls, subclass):
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            return answer
        if cls in type.mro(subclass):
            return True
        for registered in cls._abc_registry:
            registered = registered()
            if registered is not None and issubclass(subclass, registered):
                return True
        for derived in type.__subclasses__(cls):
            if issubclass(subclass, derived):
                return True
        return False


def _abstract_names(cls, namespace):
    names = {name for name, value in namespace.items()
             if getattr(value, '__isabstractmethod__', False)}
    for base in cls.__bases__:
        # `type` has the descriptor of its classes by this name.
        inherited = () if base is type else getattr(
            base, '__abstractmethods__', ())
        for name in inherited:
            if getattr(getattr(cls, name, None),
                       '__isabstractmethod__', False):
                names.add(name)
    return frozenset(names)


def update_abstractmethods(cls):
    """Finds out again what is abstract, after methods have been added."""
    if hasattr(cls, '__abstractmethods__'):
        cls.__abstractmethods__ = _abstract_names(cls, cls.__dict__)
    return cls


class ABC(metaclass=ABCMeta):
    """To inherit from it is to have ABCMeta as metaclass."""

    __slots__ = ()
