"""From JSON to data."""

_BLANKS = ' \t\n\r'
_DIGITS = '0123456789'
_CONSTANTS = {'NaN': float('nan'), 'Infinity': float('inf'),
              '-Infinity': float('-inf')}
_WORDS = {'n': ('null', None), 't': ('true', True), 'f': ('false', False)}
_BACKSLASH = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f',
              'n': '\n', 'r': '\r', 't': '\t'}


class JSONDecodeError(ValueError):
    """The text is not JSON; tells message, text, position, line and column."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {lineno} column {colno} (char {pos})')
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


class _NoValue(Exception):
    """There is no value at this position."""


class JSONDecoder:
    """Decodes; the hooks may make other things than the usual ones."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None,
                 parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        """The data of a whole text."""
        value, end = self.raw_decode(s, _skip_blanks(s, 0))
        end = _skip_blanks(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value

    def raw_decode(self, s, idx=0):
        """The data at the beginning of a text, and where it ends."""
        try:
            return self._value(s, idx)
        except _NoValue as error:
            raise JSONDecodeError('Expecting value', s, error.args[0]
                                  ) from None

    def _value(self, s, at):
        c = s[at:at + 1]
        if c == '"':
            return self._text(s, at + 1)
        if c == '{':
            return self._object(s, at + 1)
        if c == '[':
            return self._array(s, at + 1)
        if c in _WORDS and c:
            word, value = _WORDS[c]
            if s.startswith(word, at):
                return value, at + len(word)
        if c and c in '-0123456789':
            found = self._number(s, at)
            if found is not None:
                return found
        for word in _CONSTANTS:
            if s.startswith(word, at):
                return self.parse_constant(word), at + len(word)
        raise _NoValue(at)

    def _number(self, s, at):
        end = at + (s[at] == '-')
        if s[end:end + 1] == '0':
            end += 1
        else:
            start = end
            end = _skip_digits(s, end)
            if end == start:
                return None
        whole = end
        if s[end:end + 1] == '.':
            after = _skip_digits(s, end + 1)
            if after > end + 1:
                end = after
        if s[end:end + 1] in ('e', 'E'):
            start = end + 1 + (s[end + 1:end + 2] in ('+', '-')
                               and end + 1 < len(s))
            after = _skip_digits(s, start)
            if after > start:
                end = after
        if end == whole:
            return self.parse_int(s[at:end]), end
        return self.parse_float(s[at:end]), end

    def _text(self, s, at):
        """The text whose opening quote stands before `at`, and its end."""
        begin = at - 1
        parts = []
        while True:
            start = at
            while at < len(s) and s[at] != '"' and s[at] != '\\':
                if self.strict and s[at] < ' ':
                    raise JSONDecodeError('Invalid control character at', s,
                                          at)
                at += 1
            parts.append(s[start:at])
            if at >= len(s):
                raise JSONDecodeError('Unterminated string starting at', s,
                                      begin)
            if s[at] == '"':
                return ''.join(parts), at + 1
            escaped = s[at + 1:at + 2]
            if not escaped:
                raise JSONDecodeError('Unterminated string starting at', s,
                                      begin)
            if escaped == 'u':
                char, at = _unicode_escape(s, at + 2)
                parts.append(char)
                continue
            if escaped not in _BACKSLASH:
                raise JSONDecodeError('Invalid \\escape', s, at)
            parts.append(_BACKSLASH[escaped])
            at += 2

    def _array(self, s, at):
        values = []
        at = _skip_blanks(s, at)
        if s[at:at + 1] == ']':
            return values, at + 1
        while True:
            value, at = self._value(s, at)
            values.append(value)
            at = _skip_blanks(s, at)
            c = s[at:at + 1]
            if c == ']':
                return values, at + 1
            if c != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = _skip_blanks(s, at + 1)

    def _object(self, s, at):
        pairs = []
        at = _skip_blanks(s, at)
        if s[at:at + 1] == '}':
            return self._made(pairs), at + 1
        while True:
            if s[at:at + 1] != '"':
                raise JSONDecodeError('Expecting property name enclosed in '
                                      'double quotes', s, at)
            key, at = self._text(s, at + 1)
            at = _skip_blanks(s, at)
            if s[at:at + 1] != ':':
                raise JSONDecodeError("Expecting ':' delimiter", s, at)
            value, at = self._value(s, _skip_blanks(s, at + 1))
            pairs.append((key, value))
            at = _skip_blanks(s, at)
            c = s[at:at + 1]
            if c == '}':
                return self._made(pairs), at + 1
            if c != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = _skip_blanks(s, at + 1)

    def _made(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)


def _skip_blanks(s, at):
    while at < len(s) and s[at] in _BLANKS:
        at += 1
    return at


def _skip_digits(s, at):
    while at < len(s) and s[at] in _DIGITS:
        at += 1
    return at


def _four_digits(s, at):
    digits = s[at:at + 4]
    if len(digits) == 4 and all(c in '0123456789abcdefABCDEF'
                                for c in digits):
        return int(digits, 16)
    raise JSONDecodeError('Invalid \\uXXXX escape', s, at - 1)


def _unicode_escape(s, at):
    """The character of `\\uXXXX`, or of two of them, and where they end."""
    n = _four_digits(s, at)
    at += 4
    if 0xd800 <= n <= 0xdbff and s.startswith('\\u', at):
        low = _four_digits(s, at + 2)
        if 0xdc00 <= low <= 0xdfff:
            return chr(0x10000 + ((n - 0xd800) << 10 | low - 0xdc00)), at + 6
    return chr(n), at
