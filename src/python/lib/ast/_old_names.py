"""Names that constants had before 3.8, and subscripts before 3.9."""

from ._nodes import AST, Constant, Load, Tuple


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


class slice(AST):
    """The base of what a subscript was made of."""


class Index(slice):
    """A subscript of one value, which is now the value itself."""

    def __new__(cls, value, **kwargs):
        return value


class ExtSlice(slice):
    """A subscript of several, which is now a tuple."""

    def __new__(cls, dims=(), **kwargs):
        return Tuple(list(dims), Load(), **kwargs)
