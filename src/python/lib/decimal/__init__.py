"""Decimal numbers with a precision that the program chooses.

The rules are those of the General Decimal Arithmetic Specification 1.70, as
the documentation of Python's `decimal` refers to them.
"""

__all__ = [
    'BasicContext', 'Clamped', 'Context', 'ConversionSyntax', 'Decimal',
    'DecimalException', 'DecimalTuple', 'DefaultContext', 'DivisionByZero',
    'DivisionImpossible', 'DivisionUndefined', 'ExtendedContext',
    'FloatOperation', 'HAVE_CONTEXTVAR', 'HAVE_THREADS', 'Inexact',
    'InvalidContext', 'InvalidOperation', 'MAX_EMAX', 'MAX_PREC', 'MIN_EMIN',
    'MIN_ETINY', 'Overflow', 'ROUND_05UP', 'ROUND_CEILING', 'ROUND_DOWN',
    'ROUND_FLOOR', 'ROUND_HALF_DOWN', 'ROUND_HALF_EVEN', 'ROUND_HALF_UP',
    'ROUND_UP', 'Rounded', 'Subnormal', 'Underflow', 'getcontext',
    'localcontext', 'setcontext']

from ._context import (
    MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, BasicContext, Context,
    DefaultContext, ExtendedContext, getcontext, localcontext, setcontext)
from ._number import Decimal, DecimalTuple
from ._rounding import (
    ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN,
    ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP)
from ._signals import (
    Clamped, ConversionSyntax, DecimalException, DivisionByZero,
    DivisionImpossible, DivisionUndefined, FloatOperation, Inexact,
    InvalidContext, InvalidOperation, Overflow, Rounded, Subnormal, Underflow)

HAVE_THREADS = True
HAVE_CONTEXTVAR = True
