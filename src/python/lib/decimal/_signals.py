"""The conditions that an operation can signal."""


class DecimalException(ArithmeticError):
    """Base of all signals."""


class Clamped(DecimalException):
    """The exponent was changed to fit."""


class InvalidOperation(DecimalException):
    """The operation has no result."""


class ConversionSyntax(InvalidOperation):
    """A text is not a number."""


class DivisionByZero(DecimalException, ZeroDivisionError):
    """A number other than 0 was divided by 0."""


class DivisionImpossible(InvalidOperation):
    """The whole part of a quotient has more digits than the precision."""


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """0 was divided by 0."""


class InvalidContext(InvalidOperation):
    """The context does not make sense."""


class Inexact(DecimalException):
    """Digits other than 0 were rounded away."""


class Rounded(DecimalException):
    """Digits were rounded away."""


class Subnormal(DecimalException):
    """The exponent was too small before rounding."""


class Overflow(Inexact, Rounded):
    """The exponent is too large."""


class Underflow(Inexact, Rounded, Subnormal):
    """The result was rounded to something too small."""


class FloatOperation(DecimalException, TypeError):
    """A float was mixed with decimals."""


# Those that contexts have flags and traps for.
SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow,
           Underflow, Subnormal, Inexact, Rounded, Clamped)
# The order in which a context shows them.
SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation,
         Overflow, Rounded, Subnormal, Underflow)

for _class in (DecimalException, ConversionSyntax, DivisionImpossible,
               DivisionUndefined, InvalidContext, *SIGNALS):
    _class.__module__ = 'decimal'
del _class


def signal_of(condition):
    """The signal that a condition is reported as."""
    return condition if condition in SIGNALS else InvalidOperation
