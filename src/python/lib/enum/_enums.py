"""Enum and its kinds whose members are also numbers or texts."""

from . import _metaclass
from ._members import property
from ._metaclass import EnumType, _member_of_value


class Enum(metaclass=EnumType):
    """Base of enumerations."""

    def __new__(cls, value):
        # Calling the class: all members exist already.
        if type(value) is cls:
            return value
        if not cls._member_map_:
            raise TypeError(f'{cls!r} has no members defined')
        known = _member_of_value(cls, value)
        if known is not None:
            return known
        problem = None
        try:
            result = cls._missing_(value)
        except Exception as error:
            problem = error
            result = None
        if isinstance(result, cls):
            return result
        if (_metaclass.Flag is not None and issubclass(cls, _metaclass.Flag)
                and cls._boundary_ is not None
                and cls._boundary_._name_ == 'EJECT'
                and isinstance(result, int)):
            return result
        invalid = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        if result is None and problem is None:
            raise invalid
        if problem is None:
            problem = TypeError(
                f'error in {cls.__name__}._missing_: returned {result!r} '
                'instead of None or a valid member')
        if not isinstance(problem, ValueError):
            problem.__context__ = invalid
        raise problem

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of `auto()`: one more than the greatest so far."""
        if not last_values:
            return start
        try:
            return max(last_values) + 1
        except TypeError:
            # As up to Python 3.12: the last one that can be added to.
            import warnings
            warnings.warn(
                'In 3.13 the default `auto()`/`_generate_next_value_` will '
                'require all values to be sortable and support adding +1\nand '
                'the value returned will be the largest value in the enum '
                'incremented by 1', DeprecationWarning, stacklevel=5)
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        """A member for a value that none has; a subclass may replace this."""
        return None

    def __repr__(self):
        show = type(self)._value_repr_ or repr
        return (f'<{type(self).__name__}.{self._name_}: '
                f'{show(self._value_)}>')

    def __str__(self):
        return f'{type(self).__name__}.{self._name_}'

    def __dir__(self):
        members = type(self)._member_map_
        names = {'__class__', '__doc__', '__eq__', '__hash__', '__module__'}
        if type(self)._member_type_ is not object:
            names.update(object.__dir__(self))
        names.update(name for name in self.__dict__
                     if name[0] != '_' and name not in members)
        for cls in type(self).mro():
            for name, thing in cls.__dict__.items():
                if name[0] == '_':
                    continue
                if name not in members or (
                        isinstance(thing, property) and thing.fget):
                    names.add(name)
                elif isinstance(thing, property):
                    names.discard(name)
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return type(self), (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_


def pickle_by_enum_name(self, proto):
    """A `__reduce_ex__` by the name of the member (Python 3.12)."""
    return getattr, (self.__class__, self._name_)


def pickle_by_global_name(self, proto):
    """A `__reduce_ex__` for members that the module has too (Python 3.12)."""
    return self.name


Enum._new_member_ = staticmethod(object.__new__)
Enum._use_args_ = False
_metaclass.Enum = Enum


class ReprEnum(Enum):
    """Changes only the repr: text and format are those of the values' type."""


_metaclass.ReprEnum = ReprEnum


class IntEnum(int, ReprEnum):
    """Its members are whole numbers too."""


class StrEnum(str, ReprEnum):
    """Its members are texts too."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(
                f'encoding must be a string, not {values[1]!r}')
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f'errors must be a string, not {values[2]!r}')
        value = str(*values)
        member = str.__new__(cls, value)
        member._value_ = value
        return member

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The name in lower case."""
        return name.lower()
