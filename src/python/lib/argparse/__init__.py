"""Command lines: declared arguments, parsed values and help texts."""

__all__ = ['Action', 'ArgumentDefaultsHelpFormatter', 'ArgumentError',
           'ArgumentParser', 'ArgumentTypeError', 'BooleanOptionalAction',
           'FileType', 'HelpFormatter', 'MetavarTypeHelpFormatter',
           'Namespace', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER',
           'RawDescriptionHelpFormatter', 'RawTextHelpFormatter', 'SUPPRESS',
           'ZERO_OR_MORE']

from . import _actions, _base, _container, _help, _parser
from ._actions import (
    BooleanOptionalAction, _AppendAction, _AppendConstAction, _CountAction,
    _ExtendAction, _HelpAction, _StoreAction, _StoreConstAction,
    _StoreFalseAction, _StoreTrueAction, _SubParsersAction, _VersionAction,
)
from ._base import (
    ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, Action,
    ArgumentError, ArgumentTypeError, Namespace,
)
from ._container import (
    _ActionsContainer, _ArgumentGroup, _MutuallyExclusiveGroup,
)
from ._help import (
    ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter,
    RawDescriptionHelpFormatter, RawTextHelpFormatter,
)
from ._parser import ArgumentParser, FileType

for _part in _actions, _base, _container, _help, _parser:
    for _value in vars(_part).values():
        if getattr(_value, '__module__', None) == _part.__name__:
            _value.__module__ = 'argparse'
del _part, _value
