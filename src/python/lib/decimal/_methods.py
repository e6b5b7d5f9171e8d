"""Operations of Decimals: each has a context, given or the current one."""

from . import _compute

# Names of methods whose last parameter is the context.
_ONE = ('exp', 'ln', 'log10', 'logb', 'logical_invert', 'next_minus',
        'next_plus', 'normalize', 'number_class', 'sqrt')
_TWO = ('compare', 'compare_signal', 'logical_and', 'logical_or',
        'logical_xor', 'max', 'max_mag', 'min', 'min_mag', 'next_toward',
        'remainder_near', 'rotate', 'scaleb', 'shift')
_OPERATORS = {
    'add': ('add', '+'), 'sub': ('subtract', '-'), 'mul': ('multiply', '*'),
    'truediv': ('divide', '/'), 'floordiv': ('divide_int', '//'),
    'mod': ('remainder', '%'), 'divmod': ('divmod', 'divmod()')}


def _one(name):
    operation = getattr(_compute, name)

    def method(self, context=None):
        return operation(self, current(context))
    return method


def _two(name):
    operation = getattr(_compute, name)

    def method(self, other, context=None):
        return operation(self, converted(other), current(context))
    return method


def _operator(name, sign):
    operation = getattr(_compute, name)

    def method(self, given, /):
        other = exact(given)
        if other is None:
            if type(given) is float:
                _refuse(sign, 'decimal.Decimal', 'float')
            return NotImplemented
        return operation(self, other, getcontext())

    def reflected(self, given, /):
        other = exact(given)
        if other is None:
            if type(given) is float:
                _refuse(sign, 'float', 'decimal.Decimal')
            return NotImplemented
        return operation(other, self, getcontext())
    return method, reflected


def _refuse(sign, left, right):
    # As CPython names the class here.
    raise TypeError(
        f"unsupported operand type(s) for {sign}: '{left}' and '{right}'")


def converted(value):
    """A Decimal or int as Decimal; TypeError for anything else."""
    found = exact(value)
    if found is None:
        raise TypeError('conversion from '
                        f'{type(value).__name__} to Decimal is not supported')
    return found


def __neg__(self):
    return _compute.minus(self, getcontext())


def __pos__(self):
    return _compute.plus(self, getcontext())


def __abs__(self):
    return _compute.absolute(self, getcontext())


def __pow__(self, other, modulo=None, /):
    other = exact(other)
    if other is None:
        return NotImplemented
    if modulo is not None:
        return _compute.power_modulo(self, other, converted(modulo),
                                     getcontext())
    return _compute.power(self, other, getcontext())


def __rpow__(self, other, /):
    other = exact(other)
    if other is None:
        return NotImplemented
    return _compute.power(other, self, getcontext())


def fma(self, other, third, context=None):
    """self * other + third, rounded once."""
    return _compute.fma(self, converted(other), converted(third),
                        current(context))


def quantize(self, exp, rounding=None, context=None):
    """The value with the exponent of another number."""
    return _compute.quantize(self, converted(exp), current(context), rounding)


def to_integral_value(self, rounding=None, context=None):
    """The nearest whole number, without signals."""
    return _compute.to_integral(self, current(context), rounding, False)


def to_integral_exact(self, rounding=None, context=None):
    """The nearest whole number."""
    return _compute.to_integral(self, current(context), rounding, True)


def add_to(cls):
    """Gives `Decimal` its operations."""
    global exact, current, getcontext
    from ._context import getcontext
    from ._number import current, exact
    made = {name: _one(name) for name in _ONE}
    made.update((name, _two(name)) for name in _TWO)
    for operator, operation in _OPERATORS.items():
        method, reflected = _operator(*operation)
        made[f'__{operator}__'] = method
        made[f'__r{operator}__'] = reflected
    for function in (__neg__, __pos__, __abs__, __pow__, __rpow__, fma,
                     quantize, to_integral_value, to_integral_exact):
        made[function.__name__] = function
    for name, function in made.items():
        function.__name__ = name
        function.__qualname__ = f'Decimal.{name}'
        setattr(cls, name, function)
    cls.to_integral = to_integral_value
