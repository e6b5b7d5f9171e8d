"""Enumerations: classes with a fixed set of named objects."""

__all__ = [
    'CONFORM', 'CONTINUOUS', 'EJECT', 'Enum', 'EnumCheck', 'EnumMeta',
    'EnumType', 'Flag', 'FlagBoundary', 'IntEnum', 'IntFlag', 'KEEP',
    'NAMED_FLAGS', 'ReprEnum', 'STRICT', 'StrEnum', 'UNIQUE', 'auto',
    'global_enum', 'global_enum_repr', 'global_flag_repr', 'global_str',
    'member', 'nonmember', 'pickle_by_enum_name', 'pickle_by_global_name',
    'property', 'show_flag_values', 'unique', 'verify',
]

# Names that libraries take although they are not announced.
from ._members import (
    EnumDict as _EnumDict, is_descriptor as _is_descriptor,
    is_dunder as _is_dunder, is_private as _is_private,
    is_sunder as _is_sunder)
from ._members import auto, member, nonmember, property
from ._metaclass import EnumMeta, EnumType
from ._enums import (
    Enum, IntEnum, ReprEnum, StrEnum, pickle_by_enum_name,
    pickle_by_global_name)
from ._flags import _bits as _iter_bits_lsb
from ._flags import (
    CONFORM, EJECT, KEEP, STRICT, Flag, FlagBoundary, IntFlag,
    show_flag_values)
from ._checks import (
    CONTINUOUS, NAMED_FLAGS, UNIQUE, EnumCheck, global_enum, global_enum_repr,
    global_flag_repr, global_str, unique, verify)

for _thing in (EnumType, Enum, IntEnum, ReprEnum, StrEnum, Flag, FlagBoundary,
               IntFlag, EnumCheck, auto, member, nonmember, property, verify,
               unique, global_enum, global_enum_repr, global_flag_repr,
               global_str, show_flag_values):
    _thing.__module__ = 'enum'
del _thing
