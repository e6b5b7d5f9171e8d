"""What a t-string makes (PEP 750)."""

__all__ = ['Interpolation', 'Template', 'convert']


class Interpolation:
    """One replacement field: its value and how it was written."""

    __slots__ = ('value', 'expression', 'conversion', 'format_spec')
    __match_args__ = ('value', 'expression', 'conversion', 'format_spec')

    def __new__(cls, value, expression='', conversion=None, format_spec=''):
        if not isinstance(expression, str):
            raise TypeError("Interpolation() argument 'expression' must be str, "
                            f'not {type(expression).__name__}')
        if conversion is not None and not isinstance(conversion, str):
            raise TypeError("Interpolation() argument 'conversion' must be str, "
                            f'not {type(conversion).__name__}')
        if conversion not in (None, 'a', 'r', 's'):
            raise ValueError("Interpolation() argument 'conversion' must be one of "
                             "'s', 'a' or 'r'")
        if not isinstance(format_spec, str):
            raise TypeError("Interpolation() argument 'format_spec' must be str, "
                            f'not {type(format_spec).__name__}')
        self = object.__new__(cls)
        for name, part in zip(cls.__slots__, (value, expression, conversion, format_spec)):
            object.__setattr__(self, name, part)
        return self

    def __init_subclass__(cls):
        raise TypeError("type 'string.templatelib.Interpolation' is not an acceptable base type")

    def __setattr__(self, name, value):
        if name in type(self).__slots__:
            raise AttributeError('readonly attribute')
        object.__setattr__(self, name, value)

    def __class_getitem__(cls, parameters):
        import types
        return types.GenericAlias(cls, parameters)

    def __reduce__(self):
        return Interpolation, (self.value, self.expression, self.conversion, self.format_spec)

    def __repr__(self):
        return (f'Interpolation({self.value!r}, {self.expression!r}, '
                f'{self.conversion!r}, {self.format_spec!r})')


class Template:
    """Texts and interpolations by turns; there is one text more."""

    __slots__ = ('strings', 'interpolations')

    def __new__(cls, *args):
        strings, interpolations = [''], []
        for part in args:
            if isinstance(part, str):
                strings[-1] += part
            elif isinstance(part, Interpolation):
                interpolations.append(part)
                strings.append('')
            else:
                raise TypeError("Template.__new__ *args need to be of type 'str' or "
                                f"'Interpolation', got {type(part).__name__}")
        self = object.__new__(cls)
        object.__setattr__(self, 'strings', tuple(strings))
        object.__setattr__(self, 'interpolations', tuple(interpolations))
        return self

    def __init_subclass__(cls):
        raise TypeError("type 'string.templatelib.Template' is not an acceptable base type")

    def __setattr__(self, name, value):
        if name in ('strings', 'interpolations', 'values'):
            raise AttributeError('readonly attribute')
        object.__setattr__(self, name, value)

    @property
    def values(self):
        return tuple(field.value for field in self.interpolations)

    def __iter__(self):
        for text, field in zip(self.strings, self.interpolations):
            if text:
                yield text
            yield field
        if self.strings[-1]:
            yield self.strings[-1]

    def __add__(self, other):
        if isinstance(other, Template):
            return Template(*self, *other)
        if isinstance(other, str):
            raise TypeError('can only concatenate string.templatelib.Template '
                            '(not "str") to string.templatelib.Template')
        return NotImplemented

    def __radd__(self, other):
        if isinstance(other, str):
            raise TypeError('can only concatenate str '
                            '(not "string.templatelib.Template") to str')
        return NotImplemented

    def __reduce__(self):
        return Template, tuple(self)

    def __repr__(self):
        return f'Template(strings={self.strings!r}, interpolations={self.interpolations!r})'


def convert(obj, /, conversion):
    """Applies `!a`, `!r` or `!s`; `None` leaves the object as it is."""
    match conversion:
        case None:
            return obj
        case 's':
            return str(obj)
        case 'r':
            return repr(obj)
        case 'a':
            return ascii(obj)
    raise ValueError(f'invalid conversion specifier: {conversion}')


def _interpolation(parts):
    """For the compiler: value, source text, conversion, format specification."""
    return Interpolation(*parts)


def _template(parts):
    """For the compiler: texts and interpolations in order."""
    return Template(*parts)
