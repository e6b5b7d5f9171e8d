"""`Context`: precision, rounding, limits, and what to do on a signal."""

import contextvars

from ._rounding import MODES, ROUND_HALF_EVEN, ROUND_HALF_UP
from ._signals import (
    SHOWN, SIGNALS, Clamped, DivisionByZero, InvalidOperation, Overflow,
    Underflow, signal_of)

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)


class _SignalDict(dict):
    """A flag for each signal; no others can be added."""

    def __setitem__(self, signal, value):
        if signal not in SIGNALS:
            raise KeyError('invalid error flag')
        dict.__setitem__(self, signal, bool(value))

    def __delitem__(self, signal):
        raise ValueError('signal keys cannot be deleted')

    def __repr__(self):
        items = ', '.join([f'{signal!r}:{self[signal]}' for signal in SHOWN])
        return f'{{{items}}}'

    def copy(self):
        return dict(self)


def _signal_dict(given, default):
    if given is None:
        given = default
    if isinstance(given, dict):
        if set(given) != set(SIGNALS):
            raise TypeError('invalid signal dict')
        chosen = {signal for signal, value in given.items() if value}
    else:
        chosen = set(given)
        if not chosen <= set(SIGNALS):
            raise TypeError('list must contain only signals')
    made = _SignalDict()
    for signal in SIGNALS:
        made[signal] = signal in chosen
    return made


_RANGES = {
    'prec': (1, MAX_PREC, 'valid range for prec is [1, MAX_PREC]'),
    'Emin': (MIN_EMIN, 0, 'valid range for Emin is [MIN_EMIN, 0]'),
    'Emax': (0, MAX_EMAX, 'valid range for Emax is [0, MAX_EMAX]'),
    'capitals': (0, 1, 'valid values for capitals are [0, 1]'),
    'clamp': (0, 1, 'valid values for clamp are [0, 1]')}


class ContextValues:
    """What a context holds, and the signals."""

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None,
                 capitals=None, clamp=None, flags=None, traps=None):
        base = DefaultContext
        for name, given, usual in (
                ('prec', prec, 28), ('rounding', rounding, ROUND_HALF_EVEN),
                ('Emin', Emin, -999999), ('Emax', Emax, 999999),
                ('capitals', capitals, 1), ('clamp', clamp, 0)):
            if given is None:
                given = getattr(base, name) if base is not None else usual
            setattr(self, name, given)
        self.flags = _signal_dict(flags, ())
        self.traps = _signal_dict(traps, base.traps if base is not None else (
            DivisionByZero, Overflow, InvalidOperation))

    def __setattr__(self, name, value):
        if name in _RANGES:
            low, high, message = _RANGES[name]
            if not isinstance(value, int):
                raise TypeError('argument must be an integer')
            if not low <= value <= high:
                raise ValueError(message)
        elif name == 'rounding':
            if value not in MODES:
                raise TypeError(
                    'valid values for rounding are:\n  [ROUND_CEILING, '
                    'ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, '
                    'ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]')
        elif name in ('flags', 'traps'):
            if not isinstance(value, dict):
                raise TypeError('argument must be a signal dict')
            value = _signal_dict(value, ())
        else:
            raise AttributeError("'decimal.Context' object has no attribute "
                                 f'{name!r}')
        object.__setattr__(self, name, value)

    def __repr__(self):
        flags = ', '.join([signal.__name__ for signal in SHOWN
                           if self.flags[signal]])
        traps = ', '.join([signal.__name__ for signal in SHOWN
                           if self.traps[signal]])
        return (f'Context(prec={self.prec}, rounding={self.rounding}, '
                f'Emin={self.Emin}, Emax={self.Emax}, '
                f'capitals={self.capitals}, clamp={self.clamp}, '
                f'flags=[{flags}], traps=[{traps}])')

    def __reduce__(self):
        return Context, (self.prec, self.rounding, self.Emin, self.Emax,
                         self.capitals, self.clamp, dict(self.flags),
                         dict(self.traps))

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax,
                       self.capitals, self.clamp, self.flags, self.traps)

    __copy__ = copy

    def clear_flags(self):
        for signal in SIGNALS:
            self.flags[signal] = False

    def clear_traps(self):
        for signal in SIGNALS:
            self.traps[signal] = False

    def Etiny(self):
        """The least exponent of a subnormal result."""
        return self.Emin - self.prec + 1

    def Etop(self):
        """The largest exponent of a coefficient of full length."""
        return self.Emax - self.prec + 1

    def signal(self, *conditions):
        """Sets the flags; raises if one of them is trapped."""
        trapped = []
        for condition in conditions:
            signal = signal_of(condition)
            self.flags[signal] = True
            if self.traps[signal]:
                trapped.append(condition)
        if trapped:
            trapped.sort(key=lambda one: SIGNALS.index(signal_of(one)))
            raise signal_of(trapped[0])(trapped)

    def widened(self, more):
        """A context for steps in between: more digits, no limits, no traps."""
        return Context(self.prec + more, ROUND_HALF_EVEN, MIN_EMIN, MAX_EMAX,
                       1, 0, [], [])


DefaultContext = None
from ._operations import Operations


class Context(ContextValues, Operations):
    """The rules of a calculation; also has all operations as methods."""

    __hash__ = None


Context.__module__ = 'decimal'
DefaultContext = Context()
BasicContext = Context(
    prec=9, rounding=ROUND_HALF_UP, flags=[],
    traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, flags=[],
                          traps=[])

_current = contextvars.ContextVar('decimal_context')


def getcontext():
    """The context of this task or thread."""
    try:
        return _current.get()
    except LookupError:
        made = DefaultContext.copy()
        _current.set(made)
        return made


def setcontext(context, /):
    """Uses another context; the predefined ones are copied."""
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current.set(context)


class _LocalContext:
    """`with localcontext() as context`"""

    def __init__(self, context):
        self._new = context.copy()

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, *details):
        setcontext(self._saved)


_LocalContext.__name__ = _LocalContext.__qualname__ = 'ContextManager'
_LocalContext.__module__ = 'decimal'


def localcontext(ctx=None, **kwargs):
    """A context for a block; keywords change it."""
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError('argument must be a context')
    made = _LocalContext(ctx)
    for name, value in kwargs.items():
        if name not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals',
                        'clamp', 'flags', 'traps'):
            raise TypeError(
                f"'{name}' is an invalid keyword argument for this function")
        setattr(made._new, name, value)
    return made
