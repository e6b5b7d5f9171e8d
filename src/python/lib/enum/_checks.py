"""Decorators that check an enumeration or put its members elsewhere."""

import sys

from ._enums import ReprEnum, StrEnum
from ._flags import Flag, _bits


def unique(enumeration):
    """Refuses aliases: every value may have only one name."""
    aliases = [(name, member.name)
               for name, member in enumeration.__members__.items()
               if name != member.name]
    if aliases:
        shown = ', '.join(f'{alias} -> {name}' for alias, name in aliases)
        raise ValueError(f'duplicate values found in {enumeration!r}: {shown}')
    return enumeration


class EnumCheck(StrEnum):
    """What `verify` can look for."""

    # The values have no gaps.
    CONTINUOUS = 'no skipped integer values'
    # Every bit of a flag of several has a name.
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    # There are no aliases.
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Refuses an enumeration that does not hold what the checks ask for."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                self._check_unique(enumeration)
            elif check is CONTINUOUS:
                self._check_continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._check_named(enumeration)
        return enumeration

    def _check_unique(self, enumeration):
        aliases = [f'{name} -> {member.name}'
                   for name, member in enumeration.__members__.items()
                   if name != member.name]
        if aliases:
            raise ValueError(f'aliases found in {enumeration!r}: '
                             f'{", ".join(aliases)}')

    def _check_continuous(self, enumeration):
        values = {member.value for member in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if issubclass(enumeration, Flag):
            wanted = [1 << n for n in range(low.bit_length() - 1,
                                            high.bit_length())]
            kind = 'flag'
        else:
            wanted = range(low, high)
            kind = 'enum'
        missing = [value for value in wanted if value not in values]
        if missing:
            shown = ', '.join(map(str, missing))
            raise ValueError(f'invalid {kind} {enumeration.__name__!r}: '
                             f'missing values {shown}')

    def _check_named(self, enumeration):
        known = {member.value for member in enumeration}
        bad, missing = [], 0
        for name, alias in enumeration.__members__.items():
            if alias.value < 0:
                continue
            unnamed = [bit for bit in _bits(alias.value) if bit not in known]
            if unnamed and alias.value not in known:
                bad.append(name)
                for bit in unnamed:
                    missing |= bit
        if bad:
            if len(bad) == 1:
                named = f'alias {bad[0]} is missing'
            else:
                named = (f'aliases {", ".join(bad[:-1])} and {bad[-1]} '
                         'are missing')
            values = (f'combined values of {missing:#x}' if missing & (missing - 1)
                      else f'value {missing:#x}')
            raise ValueError(
                f'invalid Flag {enumeration.__name__!r}: {named} {values} '
                '[use enum.show_flag_values(value) for details]')


def global_enum_repr(self):
    """The repr of a member with its module instead of its class."""
    module = type(self).__module__.split('.')[-1]
    return f'{module}.{self._name_}'


def global_flag_repr(self):
    """The same for flags."""
    module = type(self).__module__.split('.')[-1]
    if self._name_ is None:
        return f'{module}.{type(self).__name__}({self._value_})'
    # Bits without a name are shown as a number.
    return '|'.join(name if name[0].isdigit() else f'{module}.{name}'
                    for name in self._name_.split('|'))


def global_str(self):
    """The name alone."""
    if self._name_ is None:
        return f'{type(self).__name__}({self._value_})'
    return self._name_


def global_enum(cls, update_str=False):
    """Puts the members into the module of the class."""
    cls.__repr__ = (global_flag_repr if issubclass(cls, Flag)
                    else global_enum_repr)
    if update_str or not issubclass(cls, ReprEnum):
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
