"""Options of a command line: the older brother of argparse."""

from ._errors import (
    AmbiguousOptionError, BadOptionError, OptParseError, OptionConflictError,
    OptionError, OptionValueError,
)
from ._help import (
    NO_DEFAULT, HelpFormatter, IndentedHelpFormatter, TitledHelpFormatter,
)
from ._option import Option, Values, check_choice
from ._parser import (
    SUPPRESS_HELP, SUPPRESS_USAGE, OptionContainer, OptionGroup, OptionParser,
)

make_option = Option

__all__ = [name for name in dir() if not name.startswith('_')]
