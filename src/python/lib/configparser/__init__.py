"""Settings in sections of `name = value` lines."""

__all__ = ['BasicInterpolation', 'ConfigParser', 'ConverterMapping',
           'DEFAULTSECT', 'DuplicateOptionError', 'DuplicateSectionError',
           'Error', 'ExtendedInterpolation', 'Interpolation',
           'InterpolationDepthError', 'InterpolationError',
           'InterpolationMissingOptionError', 'InterpolationSyntaxError',
           'LegacyInterpolation', 'MAX_INTERPOLATION_DEPTH',
           'MissingSectionHeaderError', 'NoOptionError', 'NoSectionError',
           'ParsingError', 'RawConfigParser', 'SafeConfigParser',
           'SectionProxy']

from . import _errors, _interpolation, _parser, _proxies
from ._errors import (
    DuplicateOptionError, DuplicateSectionError, Error,
    InterpolationDepthError, InterpolationError,
    InterpolationMissingOptionError, InterpolationSyntaxError,
    MissingSectionHeaderError, NoOptionError, NoSectionError, ParsingError,
)
from ._interpolation import (
    MAX_INTERPOLATION_DEPTH, BasicInterpolation, ExtendedInterpolation,
    Interpolation, LegacyInterpolation,
)
from ._parser import (
    DEFAULTSECT, ConfigParser, RawConfigParser, SafeConfigParser,
)
from ._proxies import ConverterMapping, SectionProxy

for _part in _errors, _interpolation, _parser, _proxies:
    for _value in vars(_part).values():
        if getattr(_value, '__module__', None) == _part.__name__:
            _value.__module__ = 'configparser'
del _part, _value
