"""Flags: enumerations whose members can be put together."""

from . import _metaclass
from ._enums import Enum, ReprEnum, StrEnum
from ._members import auto


class FlagBoundary(StrEnum):
    """What happens to bits that no member has."""

    # They are an error.
    STRICT = auto()
    # They are dropped.
    CONFORM = auto()
    # The result is a plain number.
    EJECT = auto()
    # They are kept.
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits(value):
    """The single bits of a number, the lowest first."""
    if value < 0:
        raise ValueError(f'{value!r} is not a positive integer')
    while value:
        bit = value & -value
        yield bit
        value ^= bit


def _in_binary(value, width):
    """As an error message shows it: sign digit, blank, bits."""
    if value >= 0:
        return f'0b0 {value:0{width}b}'
    return f'0b1 {value & ((1 << width) - 1):0{width}b}'


class Flag(Enum, boundary=STRICT):
    """Members are bits; `|`, `&`, `^` and `~` make further members."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The next power of two."""
        if not last_values:
            return start if start is not None else 1
        try:
            return 1 << max(last_values).bit_length()
        except Exception:
            raise TypeError(
                f'invalid flag value {max(last_values)!r}') from None

    @classmethod
    def _arrange_flags(cls):
        """Finds out which bits there are; puts single ones in order."""
        cls._singles_mask_ = 0
        cls._flag_mask_ = 0
        for member in cls._member_map_.values():
            value = member._value_
            if not isinstance(value, int):
                continue
            cls._flag_mask_ |= value
            if value > 0 and value & (value - 1) == 0:
                cls._singles_mask_ |= value
        cls._all_bits_ = (1 << cls._flag_mask_.bit_length()) - 1
        by_value = sorted(
            cls._member_names_,
            key=lambda name: cls._member_map_[name]._value_)
        cls._in_order_of_value = by_value == cls._member_names_

    @classmethod
    def _missing_(cls, value):
        """A member made of several, or with bits that no member has."""
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        given = value
        mask, all_bits = cls._flag_mask_, cls._all_bits_
        boundary = cls._boundary_
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if boundary is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    f'{cls!r} invalid value {value!r}\n'
                    f'    given {_in_binary(value, width)}\n'
                    f'  allowed {_in_binary(mask, width)}')
            if boundary is CONFORM:
                value &= mask
            elif boundary is EJECT:
                return value
            elif value < 0:
                value += max(all_bits + 1, 1 << value.bit_length())
        if value < 0:
            # Only possible within the known bits: what ~ gives.
            value = (value + all_bits + 1 if boundary is KEEP
                     else value & mask)
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        return cls._composed(value)

    @classmethod
    def _composed(cls, value):
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        made._value_ = value
        members = list(cls._members_in(value & cls._singles_mask_))
        covered = 0
        for member in members:
            covered |= member._value_
        if value & ~covered:
            # Bits that only members of several bits have.
            for member in cls._member_map_.values():
                bits = member._value_
                if bits and bits & value == bits and member not in members:
                    members.append(member)
                    covered |= bits
        rest = value & ~covered
        names = [member._name_ for member in members]
        if names and rest and cls._boundary_ is STRICT:
            raise ValueError(f'{cls!r}: no members with value {rest!r}')
        if names and rest:
            names.append(cls._numeric_repr_(rest))
        made._name_ = '|'.join(names) if names else None
        made.__objclass__ = cls
        return cls._value2member_map_.setdefault(value, made)

    @classmethod
    def _members_in(cls, value):
        """The members of one bit that a value holds, in their order."""
        for name in cls._member_names_:
            member = cls._member_map_[name]
            if member._value_ & value:
                yield member

    @classmethod
    def _iter_member_(cls, value):
        if cls._in_order_of_value:
            for bit in _bits(value & cls._flag_mask_):
                member = cls._value2member_map_.get(bit)
                if member is not None and member._name_ in cls._member_map_:
                    yield member
        else:
            yield from cls._members_in(value)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(
                "unsupported operand type(s) for 'in': "
                f'{type(other).__qualname__!r} and '
                f'{self.__class__.__qualname__!r}')
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        shown = self._numeric_repr_(self._value_)
        if self._name_ is None:
            return f'<{type(self).__name__}: {shown}>'
        return f'<{type(self).__name__}.{self._name_}: {shown}>'

    def __str__(self):
        if self._name_ is None:
            return (f'{type(self).__name__}'
                    f'({self._numeric_repr_(self._value_)})')
        return f'{type(self).__name__}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _value_of(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(
                other, self._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        value = self._value_of(other)
        if value is NotImplemented:
            return value
        return self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._value_of(other)
        if value is NotImplemented:
            return value
        return self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._value_of(other)
        if value is NotImplemented:
            return value
        return self.__class__(self._value_ ^ value)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)


_metaclass.Flag = Flag
Flag._arrange_flags()


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are whole numbers too."""


def show_flag_values(value):
    """The single bits of a number or a flag, the lowest first."""
    return list(_bits(getattr(value, 'value', value)))
