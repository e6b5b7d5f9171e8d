"""Groups of characters, templates, and the machinery of str.format."""

__all__ = ['Formatter', 'Template', 'ascii_letters', 'ascii_lowercase',
           'ascii_uppercase', 'capwords', 'digits', 'hexdigits', 'octdigits',
           'printable', 'punctuation', 'whitespace']

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Capitalises each word."""
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


_GIVEN = object()


class _LatePattern:
    """`Template.pattern`, compiled when it is first asked for: most programs
    that import this module never do."""

    def __get__(self, instance, owner):
        owner.pattern = owner._compiled()
        return owner.pattern


class Template:
    """A text with `$name` or `${name}`; `$$` stands for one dollar sign."""

    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = None

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls.pattern = cls._compiled()

    def __init__(self, template):
        self.template = template

    @classmethod
    def _compiled(cls):
        """The expression for the class: what it says itself, or made from
        its delimiter and what names look like."""
        import re
        pattern = cls.__dict__.get('pattern')
        if pattern is None or isinstance(pattern, _LatePattern):
            sign = re.escape(cls.delimiter)
            braced = cls.braceidpattern or cls.idpattern
            pattern = (rf'{sign}(?:(?P<escaped>{sign})|'
                       rf'(?P<named>{cls.idpattern})|'
                       rf'{{(?P<braced>{braced})}}|(?P<invalid>))')
        flags = re.IGNORECASE if cls.flags is None else cls.flags
        cls.flags = flags
        return re.compile(pattern, flags | re.VERBOSE)

    def _complain(self, match):
        start = match.start('invalid')
        lines = self.template[:start].splitlines(keepends=True)
        line, column = (len(lines), start - len(''.join(lines[:-1]))) \
            if lines else (1, 1)
        raise ValueError('Invalid placeholder in string: '
                         f'line {line}, col {column}')

    @staticmethod
    def _is_known(match):
        """Whether the expression of a subclass has said what was found."""
        if all(match[kind] is None for kind in
               ('named', 'braced', 'escaped', 'invalid')):
            raise ValueError('Unrecognized named group in pattern',
                             match.re)
        return True

    def _replaced(self, mapping, kws, forgiving):
        if mapping is _GIVEN:
            mapping = kws
        elif kws:
            from collections import ChainMap
            mapping = ChainMap(kws, mapping)

        def convert(match):
            name = match.group('named') or match.group('braced')
            if name is not None:
                try:
                    return str(mapping[name])
                except KeyError:
                    if not forgiving:
                        raise
                    return match.group()
            if match.group('escaped') is not None:
                return self.delimiter
            if match.group('invalid') is None:
                raise ValueError('Unrecognized named group in pattern',
                                 self.pattern)
            if forgiving:
                return match.group()
            self._complain(match)

        return self.pattern.sub(convert, self.template)

    def substitute(self, mapping=_GIVEN, /, **kws):
        """The text with every name replaced; KeyError if one is missing."""
        return self._replaced(mapping, kws, False)

    def safe_substitute(self, mapping=_GIVEN, /, **kws):
        """The text with the known names replaced."""
        return self._replaced(mapping, kws, True)

    def get_identifiers(self):
        """The names in the text, in order, each once."""
        names = {}
        for match in self.pattern.finditer(self.template):
            name = match.group('named') or match.group('braced')
            if name is not None:
                names[name] = None
            else:
                self._is_known(match)
        return list(names)

    def is_valid(self):
        """Whether `substitute` would find nothing wrong with the text."""
        return all(match.group('invalid') is None and self._is_known(match)
                   for match in self.pattern.finditer(self.template))


Template.pattern = _LatePattern()


class Formatter:
    """str.format in parts that a subclass may replace."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto=0):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        parts = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                parts.append(literal)
            if field is None:
                continue
            head = field.split('.')[0].split('[')[0]
            if head == '':
                if auto is False:
                    raise ValueError('cannot switch from manual field '
                                     'specification to automatic field '
                                     'numbering')
                field = f'{auto}{field}'
                auto += 1
            elif head.isdigit():
                if auto:
                    raise ValueError('cannot switch from manual field '
                                     'specification to automatic field '
                                     'numbering')
                auto = False
            value, first = self.get_field(field, args, kwargs)
            used.add(first)
            value = self.convert_field(value, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1,
                                       auto)
            parts.append(self.format_field(value, spec))
        return ''.join(parts), auto

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(
            f'Unknown conversion specifier {conversion!s}')

    def parse(self, format_string):
        """The pieces: literal text, field name, format spec, conversion."""
        from _string import formatter_parser
        return formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        from _string import formatter_field_name_split
        first, rest = formatter_field_name_split(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, name in rest:
            value = getattr(value, name) if is_attribute else value[name]
        return value, first
