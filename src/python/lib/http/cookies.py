"""Cookies (RFC 6265): writing Set-Cookie lines, reading Cookie lines."""

__all__ = ['BaseCookie', 'CookieError', 'SimpleCookie']

import re
import string
import time
from types import GenericAlias

_LEGAL = string.ascii_letters + string.digits + "!#$%&'*+-.^_`|~:"
_is_legal_key = re.compile(f'[{re.escape(_LEGAL)}]+').fullmatch
# Signs that stand for themselves between quotes.
_UNQUOTED = frozenset(_LEGAL + ' ()/<=>?@[]{}')
_ESCAPED = re.compile(r'\\(?:([0-3][0-7][0-7])|(.))')
_SIGNS = r"\w!#%&'~`><@,:/\$\*\+\-\.\^\|\)\(\?\}\{="
_PAIR = re.compile(
    rf'''\s*(?P<key>[{_SIGNS}]+?)
    (\s*=\s*(?P<value>"(?:[^\\"]|\\.)*"
                     |\w{{3}},\s[\w\s-]{{9,11}}\s[\d:]{{8}}\sGMT
                     |[{_SIGNS}\[\]]*))?
    \s*(\s+|;|$)''', re.ASCII | re.VERBOSE)


class CookieError(Exception):
    """A key that no cookie may have, or an attribute that there is not."""


def _quote(text):
    """A value as it is sent, in quotes if it needs them."""
    if text is None or _is_legal_key(text):
        return text
    out = []
    for sign in text:
        if sign in '"\\':
            out.append('\\' + sign)
        elif sign in _UNQUOTED or ord(sign) > 255:
            out.append(sign)
        else:
            out.append(f'\\{ord(sign):03o}')
    return f'"{"".join(out)}"'


def _unquote(text):
    """The reverse of `_quote`."""
    if text is None or len(text) < 2 or text[0] != '"' or text[-1] != '"':
        return text
    return _ESCAPED.sub(
        lambda match: chr(int(match[1], 8)) if match[1] else match[2],
        text[1:-1])


def _date(seconds):
    """The date so many seconds from now."""
    moment = time.gmtime(time.time() + seconds)
    return time.strftime('%a, %d %b %Y %H:%M:%S GMT', moment)


class Morsel(dict):
    """A key, its value, and the attributes of a cookie."""

    _reserved = {'expires': 'expires', 'path': 'Path', 'comment': 'Comment',
                 'domain': 'Domain', 'max-age': 'Max-Age', 'secure': 'Secure',
                 'httponly': 'HttpOnly', 'version': 'Version',
                 'samesite': 'SameSite'}
    _flags = {'secure', 'httponly'}

    def __init__(self):
        self._key = self._value = self._coded_value = None
        for name in self._reserved:
            super().__setitem__(name, '')

    key = property(lambda self: self._key)
    value = property(lambda self: self._value)
    coded_value = property(lambda self: self._coded_value)

    def _attribute(self, name):
        name = name.lower()
        if name not in self._reserved:
            raise CookieError(f'Invalid attribute {name!r}')
        return name

    def __setitem__(self, name, value):
        super().__setitem__(self._attribute(name), value)

    def setdefault(self, key, val=None):
        return super().setdefault(self._attribute(key), val)

    def update(self, values):
        super().update({self._attribute(name): value
                        for name, value in dict(values).items()})

    def isReservedKey(self, K):
        return K.lower() in self._reserved

    def set(self, key, val, coded_val):
        if self.isReservedKey(key):
            raise CookieError(f'Attempt to set a reserved key {key!r}')
        if not _is_legal_key(key):
            raise CookieError(f'Illegal key {key!r}')
        self._key, self._value, self._coded_value = key, val, coded_val

    def _state(self):
        return self._key, self._value, self._coded_value

    def __eq__(self, morsel):
        if not isinstance(morsel, Morsel):
            return NotImplemented
        return super().__eq__(morsel) and self._state() == morsel._state()

    __ne__ = object.__ne__

    def copy(self):
        made = Morsel()
        dict.update(made, self)
        made.__dict__.update(self.__dict__)
        return made

    def __getstate__(self):
        return dict(key=self._key, value=self._value,
                    coded_value=self._coded_value)

    def __setstate__(self, state):
        self._key = state['key']
        self._value = state['value']
        self._coded_value = state['coded_value']

    def output(self, attrs=None, header='Set-Cookie:'):
        return f'{header} {self.OutputString(attrs)}'

    __str__ = output

    def __repr__(self):
        return f'<{type(self).__name__}: {self.OutputString()}>'

    def js_output(self, attrs=None):
        text = self.OutputString(attrs).replace('"', r'\"')
        return f'''
        <script type="text/javascript">
        <!-- begin hiding
        document.cookie = "{text}";
        // end hiding -->
        </script>
        '''

    def OutputString(self, attrs=None):
        """The cookie without the header's name."""
        parts = [f'{self.key}={self.coded_value}']
        wanted = self._reserved if attrs is None else attrs
        for name, value in sorted(self.items()):
            if value == '' or name not in wanted:
                continue
            shown = self._reserved[name]
            if name in self._flags:
                if value:
                    parts.append(shown)
                continue
            if name == 'expires' and isinstance(value, int):
                value = _date(value)
            elif name == 'max-age' and isinstance(value, int):
                value = int(value)
            elif name == 'comment' and isinstance(value, str):
                value = _quote(value)
            parts.append(f'{shown}={value}')
        return '; '.join(parts)

    __class_getitem__ = classmethod(GenericAlias)


class BaseCookie(dict):
    """Cookies by their keys; values are sent as they are."""

    def value_decode(self, val):
        return val, val

    def value_encode(self, val):
        text = str(val)
        return text, text

    def __init__(self, input=None):
        if input:
            self.load(input)

    def _put(self, key, value, coded):
        morsel = self.get(key, Morsel())
        morsel.set(key, value, coded)
        super().__setitem__(key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            super().__setitem__(key, value)
        else:
            self._put(key, *self.value_encode(value))

    def output(self, attrs=None, header='Set-Cookie:', sep='\r\n'):
        return sep.join(morsel.output(attrs, header)
                        for _, morsel in sorted(self.items()))

    __str__ = output

    def __repr__(self):
        items = ' '.join(f'{key}={morsel.value!r}'
                         for key, morsel in sorted(self.items()))
        return f'<{type(self).__name__}: {items}>'

    def js_output(self, attrs=None):
        return ''.join(morsel.js_output(attrs)
                       for _, morsel in sorted(self.items()))

    def load(self, rawdata):
        """Takes cookies from a line of text or from a mapping."""
        if isinstance(rawdata, str):
            for key, value, attributes in _cookies_in(rawdata):
                self._put(key, *self.value_decode(value))
                for name, setting in attributes:
                    self[key][name] = setting
        else:
            for key, value in rawdata.items():
                self[key] = value


def _cookies_in(text):
    """(key, value, attributes) of each cookie; none if the line is wrong."""
    found = []
    at = 0
    while match := at < len(text) and _PAIR.match(text, at):
        at = match.end()
        key, value = match['key'], match['value']
        name = key.lower()
        if key.startswith('$'):
            if found:
                found[-1][2].append((key[1:], value))
        elif name in Morsel._reserved:
            if not found or value is None and name not in Morsel._flags:
                return []
            setting = True if value is None else _unquote(value)
            found[-1][2].append((key, setting))
        elif value is None:
            return []
        else:
            found.append((key, value, []))
    return found


class SimpleCookie(BaseCookie):
    """Cookies whose values are texts, quoted where that is needed."""

    def value_decode(self, val):
        return _unquote(val), val

    def value_encode(self, val):
        text = str(val)
        return text, _quote(text)
