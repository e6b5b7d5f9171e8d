"""From data to JSON."""

_ESCAPES = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t',
            '\b': '\\b', '\f': '\\f'}


def encode_basestring(s):
    """A text in quotes; only what must be is escaped."""
    parts = []
    for c in s:
        if c in _ESCAPES:
            c = _ESCAPES[c]
        elif c < ' ':
            c = f'\\u{ord(c):04x}'
        parts.append(c)
    return f'"{"".join(parts)}"'


def encode_basestring_ascii(s):
    """A text in quotes, in ASCII."""
    if s.isascii() and s.isprintable() and '"' not in s and '\\' not in s:
        return '"' + s + '"'
    parts = []
    for c in s:
        if c in _ESCAPES:
            c = _ESCAPES[c]
        elif not ' ' <= c <= '~':
            n = ord(c)
            if n > 0xffff:
                # Two units, as in UTF-16.
                n -= 0x10000
                c = f'\\u{0xd800 | n >> 10:04x}\\u{0xdc00 | n & 0x3ff:04x}'
            else:
                c = f'\\u{n:04x}'
        parts.append(c)
    return f'"{"".join(parts)}"'


class JSONEncoder:
    """Encodes; a subclass may say by `default` what to do with other types."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True,
                 check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        """Something that can be encoded in place of `o`."""
        raise TypeError(f'Object of type {o.__class__.__name__} '
                        'is not JSON serializable')

    def encode(self, o):
        """The text of `o`."""
        return ''.join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        """The text of `o` in pieces."""
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        quote = (encode_basestring_ascii if self.ensure_ascii
                 else encode_basestring)
        return self._pieces(o, 0, indent, quote, set())

    def _pieces(self, o, level, indent, quote, inside):
        simple = self._simple(o, quote)
        if simple is not None:
            yield simple
            return
        if self.check_circular:
            key = id(o)
            if key in inside:
                raise ValueError('Circular reference detected')
            inside.add(key)
        if isinstance(o, dict):
            if o:
                yield from self._object(o, level, indent, quote, inside)
            else:
                yield '{}'
        elif isinstance(o, (list, tuple)):
            if o:
                yield from self._array(o, level, indent, quote, inside)
            else:
                yield '[]'
        else:
            yield from self._pieces(self.default(o), level, indent, quote,
                                    inside)
        if self.check_circular:
            inside.discard(key)

    def _simple(self, o, quote):
        """The text of what holds nothing else, or None."""
        if isinstance(o, str):
            return quote(o)
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, int):
            # An enumeration's member is written as its number.
            return int.__repr__(o)
        if isinstance(o, float):
            return self._number(o)
        return None

    def _number(self, o):
        if o != o:
            text = 'NaN'
        elif o == float('inf'):
            text = 'Infinity'
        elif o == -float('inf'):
            text = '-Infinity'
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError(
                'Out of range float values are not JSON compliant')
        return text

    def _breaks(self, level, indent):
        """What comes after the opening, between items, before the closing."""
        if indent is None:
            return '', self.item_separator, ''
        inner = '\n' + indent * (level + 1)
        return inner, self.item_separator + inner, '\n' + indent * level

    def _array(self, items, level, indent, quote, inside):
        opening, between, closing = self._breaks(level, indent)
        separator = '[' + opening
        for item in items:
            yield separator
            separator = between
            yield from self._pieces(item, level + 1, indent, quote, inside)
        yield closing + ']'

    def _object(self, items, level, indent, quote, inside):
        opening, between, closing = self._breaks(level, indent)
        separator = '{' + opening
        pairs = sorted(items.items()) if self.sort_keys else items.items()
        for key, value in pairs:
            if not isinstance(key, str):
                text = self._simple(key, quote)
                if text is None:
                    if self.skipkeys:
                        continue
                    raise TypeError('keys must be str, int, float, bool or '
                                    f'None, not {key.__class__.__name__}')
                key = text
            yield separator
            separator = between
            yield quote(key)
            yield self.key_separator
            yield from self._pieces(value, level + 1, indent, quote, inside)
        if separator is not between:
            # Every key was skipped.
            yield '{}'
        else:
            yield closing + '}'

