"""The operations as methods of contexts."""

_ONE = {'abs': 'absolute', 'plus': 'plus', 'minus': 'minus', 'exp': 'exp',
        'ln': 'ln', 'log10': 'log10', 'logb': 'logb', 'sqrt': 'sqrt',
        'normalize': 'normalize', 'next_minus': 'next_minus',
        'next_plus': 'next_plus', 'number_class': 'number_class',
        'logical_invert': 'logical_invert'}
_TWO = {name: name for name in (
    'add subtract multiply divide divide_int divmod remainder '
    'remainder_near compare compare_signal max max_mag min min_mag quantize '
    'next_toward rotate scaleb shift logical_and logical_or logical_xor'
    ).split()}
_PLAIN = ('canonical', 'copy_abs', 'copy_negate', 'is_canonical', 'is_finite',
          'is_infinite', 'is_nan', 'is_qnan', 'is_signed', 'is_snan',
          'is_zero', 'radix')


def _converted(value):
    from ._methods import converted
    return converted(value)


class Operations:
    """Each method takes Decimals or ints and uses this context."""

    def create_decimal(self, num='0', /):
        """A Decimal rounded to this context."""
        from ._compute import plus_keeping_sign
        from ._number import Decimal
        return plus_keeping_sign(Decimal(num, self), self)

    def create_decimal_from_float(self, f, /):
        from ._compute import plus_keeping_sign
        from ._number import Decimal
        return plus_keeping_sign(Decimal.from_float(f), self)

    def power(self, a, b, modulo=None):
        from . import _compute
        if modulo is not None:
            return _compute.power_modulo(_converted(a), _converted(b),
                                         _converted(modulo), self)
        return _compute.power(_converted(a), _converted(b), self)

    def fma(self, a, b, c):
        return _converted(a).fma(b, c, context=self)

    def to_integral_value(self, a):
        return _converted(a).to_integral_value(context=self)

    to_integral = to_integral_value

    def to_integral_exact(self, a):
        return _converted(a).to_integral_exact(context=self)

    def to_sci_string(self, a):
        from ._format import scientific
        return scientific(_converted(a), self.capitals)

    def to_eng_string(self, a):
        return _converted(a).to_eng_string(context=self)

    def is_normal(self, a):
        return _converted(a).is_normal(context=self)

    def is_subnormal(self, a):
        return _converted(a).is_subnormal(context=self)

    def compare_total(self, a, b):
        return _converted(a).compare_total(_converted(b))

    def compare_total_mag(self, a, b):
        return _converted(a).compare_total_mag(_converted(b))

    def copy_sign(self, a, b):
        return _converted(a).copy_sign(_converted(b))

    def copy_decimal(self, a):
        return _converted(a)

    def same_quantum(self, a, b):
        return _converted(a).same_quantum(_converted(b))


def _one(name):
    def method(self, a, /):
        from . import _compute
        return getattr(_compute, name)(_converted(a), self)
    return method


def _two(name):
    def method(self, a, b, /):
        from . import _compute
        return getattr(_compute, name)(_converted(a), _converted(b), self)
    return method


def _plain(name):
    def method(self, a, /):
        return getattr(_converted(a), name)()
    return method


for _kind, _names in ((_one, _ONE), (_two, _TWO),
                      (_plain, dict.fromkeys(_PLAIN))):
    for _name, _operation in _names.items():
        _method = _kind(_operation or _name)
        _method.__name__ = _name
        _method.__qualname__ = f'Context.{_name}'
        setattr(Operations, _name, _method)
del _kind, _names, _name, _operation, _method


def _radix(self):
    from ._number import make
    return make(0, 10, 0)


Operations.radix = _radix
