"""Reads TOML 1.0."""

__all__ = ['TOMLDecodeError', 'load', 'loads']

import re
from datetime import date, datetime, time, timedelta, timezone

_SPACE = re.compile('[ \t]*')
_SPACE_AND_LINES = re.compile('(?:[ \t\n]|#[^\n]*)*')
_COMMENT = re.compile('#[^\x00-\x08\x0a-\x1f\x7f]*')
_BARE_KEY = re.compile('[A-Za-z0-9_-]+')
_CONTROL = re.compile('[\x00-\x08\x0a-\x1f\x7f]')
_CONTROL_IN_LINES = re.compile('[\x00-\x08\x0b-\x1f\x7f]')
_NUMBER = re.compile(r'''
    0(?: x(?P<hex>[0-9A-Fa-f](?:_?[0-9A-Fa-f])*)
       | b(?P<bin>[01](?:_?[01])*)
       | o(?P<oct>[0-7](?:_?[0-7])*) )
  | (?P<whole>[+-]?(?:0|[1-9](?:_?[0-9])*))
    (?P<part>(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)
''', re.VERBOSE)
_TIME = r'([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,6})\d*)?'
_LOCAL_TIME = re.compile(_TIME)
_DATE_TIME = re.compile(
    r'(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])'
    rf'(?:[Tt ]{_TIME}(?:([Zz])|([+-])([01]\d|2[0-3]):([0-5]\d))?)?')
_ESCAPES = {'b': '\b', 't': '\t', 'n': '\n', 'f': '\f', 'r': '\r',
            '"': '"', '\\': '\\'}


class TOMLDecodeError(ValueError):
    """The text is no TOML."""


def load(fp, /, *, parse_float=float):
    """The document in a binary file."""
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError('File must be opened in binary mode, e.g. use '
                        "`open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    """The document in a text; `parse_float` makes what a float becomes."""
    text = s.replace('\r\n', '\n')
    return _Reader(text, parse_float).document()


class _Table(dict):
    """A table while it is read: who made it says what may be added."""

    def __init__(self, made_by):
        self.made_by = made_by      # 'header', 'implied', 'dots' or 'value'


class _Tables(list):
    """An array of tables, which headers may go on."""


def _plain(value):
    if isinstance(value, _Table):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value


class _Reader:
    def __init__(self, text, parse_float):
        self.text = text
        self.at = 0
        self.root = _Table('header')
        self.parse_float = parse_float

    def fail(self, message, at=None):
        at = self.at if at is None else at
        if at >= len(self.text):
            place = 'end of document'
        else:
            line = self.text.count('\n', 0, at) + 1
            column = at - self.text.rfind('\n', 0, at)
            place = f'line {line}, column {column}'
        raise TOMLDecodeError(f'{message} (at {place})')

    def skip(self, pattern):
        self.at = pattern.match(self.text, self.at).end()

    def next(self):
        return self.text[self.at:self.at + 1]

    def take(self, sign):
        if self.text.startswith(sign, self.at):
            self.at += len(sign)
            return True
        return False

    def document(self):
        table = self.root
        while True:
            self.skip(_SPACE)
            sign = self.next()
            if not sign:
                return _plain(self.root)
            if sign == '[':
                table = self.header()
            elif _BARE_KEY.match(sign) or sign in '"\'':
                self.pair(table)
            elif sign not in '#\n':
                self.fail('Invalid statement')
            self.skip(_SPACE)
            self.end_of_line()

    def end_of_line(self):
        found = _COMMENT.match(self.text, self.at)
        if found:
            self.at = found.end()
            if self.next() not in ('\n', ''):
                self.fail(f'Found invalid character {self.next()!r}')
        if self.next() and not self.take('\n'):
            self.fail('Expected newline or end of document after a statement')

    def header(self):
        several = self.take('[[')
        if not several:
            self.take('[')
        self.skip(_SPACE)
        key = self.key()
        self.skip(_SPACE)
        table = self.root
        for part in key[:-1]:
            table = table.setdefault(part, _Table('implied'))
            if isinstance(table, _Tables):
                table = table[-1]
            if not isinstance(table, _Table):
                self.fail('Cannot overwrite a value')
            if table.made_by == 'value':
                self.fail(f'Cannot declare {key} twice')
        last = key[-1]
        if several:
            if not isinstance(table.setdefault(last, _Tables()), _Tables):
                self.fail(f'Cannot mutate immutable namespace {key}'
                          if isinstance(table[last], list) else
                          'Cannot overwrite a value')
            made = _Table('header')
            table[last].append(made)
        elif last not in table:
            made = table[last] = _Table('header')
        else:
            made = table[last]
            if not isinstance(made, _Table) or made.made_by != 'implied':
                self.fail(f'Cannot declare {key} twice')
            made.made_by = 'header'
        if not self.take(']]' if several else ']'):
            self.fail("Expected ']]' at the end of an array declaration"
                      if several else
                      "Expected ']' at the end of a table declaration")
        return made

    def pair(self, table):
        key = self.key()
        self.skip(_SPACE)
        if not self.take('='):
            self.fail("Expected '=' after a key in a key/value pair")
        self.skip(_SPACE)
        for part in key[:-1]:
            inner = table.setdefault(part, _Table('dots'))
            if not isinstance(inner, _Table):
                self.fail('Cannot overwrite a value')
            if inner.made_by == 'value':
                self.value()
                self.fail(f'Cannot mutate immutable namespace {key[:-1]}')
            if inner.made_by not in ('dots', 'implied') \
                    and inner is not table:
                self.fail(f'Cannot redefine namespace {key[:-1]}')
            inner.made_by = 'dots'
            table = inner
        value = self.value()
        if key[-1] in table:
            self.fail('Cannot overwrite a value')
        table[key[-1]] = value

    def key(self):
        parts = [self.key_part()]
        while True:
            self.skip(_SPACE)
            if not self.take('.'):
                return tuple(parts)
            self.skip(_SPACE)
            parts.append(self.key_part())

    def key_part(self):
        found = _BARE_KEY.match(self.text, self.at)
        if found:
            self.at = found.end()
            return found[0]
        if self.take("'"):
            return self.literal()
        if self.take('"'):
            return self.basic('"', _CONTROL)
        self.fail('Invalid initial character for a key part')

    def value(self):
        text = self.text
        sign = self.next()
        if sign == '"':
            if self.take('"""'):
                self.take('\n')
                return self.lines('"')
            self.at += 1
            return self.basic('"', _CONTROL)
        if sign == "'":
            if self.take("'''"):
                self.take('\n')
                return self.lines("'")
            self.at += 1
            return self.literal()
        if self.take('true'):
            return True
        if self.take('false'):
            return False
        if self.take('['):
            return self.array()
        if self.take('{'):
            return self.inline_table()
        found = _DATE_TIME.match(text, self.at)
        if found:
            try:
                value = _date_time(*found.groups())
            except ValueError:
                self.fail('Invalid date or datetime')
            self.at = found.end()
            return value
        found = _LOCAL_TIME.match(text, self.at)
        if found:
            self.at = found.end()
            return _time(*found.groups())
        found = _NUMBER.match(text, self.at)
        if found:
            self.at = found.end()
            return self.number(found)
        for name in ('inf', 'nan', '-inf', '+inf', '-nan', '+nan'):
            if self.take(name):
                return self.parse_float(name)
        self.fail('Invalid value')

    def number(self, found):
        for name, base in (('hex', 16), ('bin', 2), ('oct', 8)):
            if found[name]:
                return int(found[name], base)
        if found['part']:
            value = self.parse_float(found[0])
            if isinstance(value, (dict, list)):
                raise ValueError('parse_float must not return dicts or lists')
            return value
        return int(found[0])

    def array(self):
        values = []
        self.skip(_SPACE_AND_LINES)
        while not self.take(']'):
            values.append(self.value())
            self.skip(_SPACE_AND_LINES)
            if self.take(','):
                self.skip(_SPACE_AND_LINES)
            elif self.next() != ']':
                self.fail('Unclosed array')
        return values

    def inline_table(self):
        table = _Table('dots')
        self.skip(_SPACE)
        if not self.take('}'):
            while True:
                self.pair(table)
                self.skip(_SPACE)
                if self.take('}'):
                    break
                if not self.take(','):
                    self.fail('Unclosed inline table')
                self.skip(_SPACE)
        _close(table)
        return table

    def literal(self):
        start = self.at
        end = self.text.find("'", start)
        found = _CONTROL.search(self.text, start,
                                len(self.text) if end < 0 else end)
        if found:
            self.fail(f'Found invalid character {found[0]!r}', found.start())
        if end < 0:
            self.fail('Expected "\'"', len(self.text))
        self.at = end + 1
        return self.text[start:end]

    def basic(self, closing, control):
        """The rest of a string with escapes, up to `closing`."""
        parts = []
        text = self.text
        while True:
            start = self.at
            while self.at < len(text) and text[self.at] not in '"\\' \
                    and not control.match(text, self.at):
                self.at += 1
            parts.append(text[start:self.at])
            if not self.next():
                self.fail('Unterminated string')
            if self.take(closing):
                return ''.join(parts)
            if self.next() == '"':
                parts.append('"')
                self.at += 1
            elif self.next() == '\\':
                parts.append(self.escape(len(closing) > 1))
            else:
                self.fail(f'Illegal character {self.next()!r}')

    def escape(self, lines):
        text = self.text
        letter = text[self.at + 1:self.at + 2]
        if lines and letter in (' ', '\t', '\n'):
            found = re.compile('[ \t]*\n[ \t\n]*').match(text, self.at + 1)
            if not found:
                self.at += 2
                self.fail("Unescaped '\\' in a string")
            self.at = found.end()
            return ''
        self.at += 2
        if letter in _ESCAPES and letter:
            return _ESCAPES[letter]
        size = {'u': 4, 'U': 8}.get(letter)
        if size is None:
            self.fail("Unescaped '\\' in a string" if letter else
                      'Unterminated string')
        digits = text[self.at:self.at + size]
        if not re.fullmatch(f'[0-9A-Fa-f]{{{size}}}', digits):
            self.fail('Invalid hex value')
        self.at += size
        code = int(digits, 16)
        if code > 0x10ffff or 0xd800 <= code <= 0xdfff:
            self.fail('Escaped character is not a Unicode scalar value')
        return chr(code)

    def lines(self, quote):
        """The rest of a string that goes over lines."""
        if quote == '"':
            value = self.basic('"""', _CONTROL_IN_LINES)
        else:
            end = self.text.find("'''", self.at)
            stop = len(self.text) if end < 0 else end
            found = _CONTROL_IN_LINES.search(self.text, self.at, stop)
            if found:
                self.fail(f'Found invalid character {found[0]!r}',
                          found.start())
            if end < 0:
                self.fail('Expected "\'\'\'"', stop)
            value = self.text[self.at:end]
            self.at = end + 3
        # One or two quotes may stand before the closing three.
        for _ in range(2):
            if self.take(quote):
                value += quote
        return value


def _close(table):
    table.made_by = 'value'
    for value in table.values():
        if isinstance(value, _Table):
            _close(value)


def _time(hour, minute, second, part):
    return time(int(hour), int(minute), int(second),
                int((part or '').ljust(6, '0')))


def _date_time(year, month, day, hour, minute, second, part, utc, sign,
               hours, minutes):
    made = date(int(year), int(month), int(day))
    if hour is None:
        return made
    zone = None
    if utc:
        zone = timezone.utc
    elif sign:
        offset = timedelta(hours=int(hours), minutes=int(minutes))
        zone = timezone(-offset if sign == '-' else offset)
    return datetime.combine(made, _time(hour, minute, second, part), zone)
