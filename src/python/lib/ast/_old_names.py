"""Names that constants had before 3.8."""

from ._nodes import Constant


class _Kind(type):
    """Knows its instances by the values of constants."""

    def __instancecheck__(cls, node):
        return isinstance(node, Constant) and type(node.value) in cls._types


def _old(name, field, *types):
    def new(cls, value=..., **kwargs):
        return Constant(value, **kwargs)
    body = {'_types': types, '__new__': new, '__module__': 'ast'}
    if field:
        setattr(Constant, field, property(
            lambda self: self.value,
            lambda self, value: setattr(self, 'value', value)))
    return _Kind(name, (Constant,), body)


Num = _old('Num', 'n', int, float, complex)
Str = _old('Str', 's', str)
Bytes = _old('Bytes', None, bytes)
NameConstant = _old('NameConstant', None, type(None), bool)
Ellipsis = _old('Ellipsis', None, type(...))
