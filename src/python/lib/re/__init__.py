"""Regular expressions. Patterns are compiled and searched for by `_re`."""

import enum
import types
import _re
from _operator import index

__all__ = ['A', 'ASCII', 'DEBUG', 'DOTALL', 'I', 'IGNORECASE', 'L', 'LOCALE',
           'M', 'MULTILINE', 'Match', 'NOFLAG', 'Pattern', 'RegexFlag', 'S',
           'U', 'UNICODE', 'VERBOSE', 'X', 'compile', 'error', 'escape',
           'findall', 'finditer', 'fullmatch', 'match', 'purge', 'search',
           'split', 'sub', 'subn']

_in_c = 're', ('Match.end', 'Match.expand', 'Match.groupdict', 'Match.groups',
               'Match.span', 'Match.start', 'Pattern.findall',
               'Pattern.finditer', 'Pattern.fullmatch', 'Pattern.match',
               'Pattern.search', 'Pattern.split', 'Pattern.sub',
               'Pattern.subn')

_SEARCH, _MATCH, _FULL_MATCH = range(3)
_END = (1 << 63) - 1


class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    """How a pattern is to be understood."""

    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128

    def __repr__(self):
        return self._text()

    __str__ = __repr__
    __format__ = object.__format__

    def _text(self):
        value = self._value_
        names = []
        for name, bit in _FLAG_NAMES:
            if value & bit:
                names.append(f're.{name}')
                value &= ~bit
        if value:
            names.append(hex(value))
        return '|'.join(names) or 're.NOFLAG'


_FLAG_NAMES = [('IGNORECASE', 2), ('LOCALE', 4), ('MULTILINE', 8),
               ('DOTALL', 16), ('UNICODE', 32), ('VERBOSE', 64),
               ('DEBUG', 128), ('ASCII', 256)]

NOFLAG = RegexFlag.NOFLAG
A = ASCII = RegexFlag.ASCII
I = IGNORECASE = RegexFlag.IGNORECASE
L = LOCALE = RegexFlag.LOCALE
U = UNICODE = RegexFlag.UNICODE
M = MULTILINE = RegexFlag.MULTILINE
S = DOTALL = RegexFlag.DOTALL
X = VERBOSE = RegexFlag.VERBOSE
DEBUG = RegexFlag.DEBUG


class error(Exception):
    """A pattern is none; tells message, pattern, position, line and column."""

    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = f'{msg} at position {pos}'
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        super().__init__(msg)


class Match:
    """What a pattern found."""

    __class_getitem__ = classmethod(types.GenericAlias)

    __module__ = 're'
    __slots__ = ('re', 'string', 'pos', 'endpos', 'lastindex', '_spans')

    def __init__(self, pattern, string, pos, endpos, spans):
        self.re = pattern
        self.string = string
        self.pos = pos
        self.endpos = endpos
        self._spans = spans
        self.lastindex = spans[-1]

    def __repr__(self):
        return (f'<re.Match object; span={self.span()!r}, '
                f'match={repr(self.group()):.50}>')

    def _number(self, group):
        if isinstance(group, str):
            group = self.re._names.get(group, -1)
        elif hasattr(group, '__index__'):
            group = group.__index__()
        else:
            group = -1
        if not 0 <= group <= self.re.groups:
            raise IndexError('no such group')
        return group

    def _part(self, number, default=None):
        start = self._spans[2 * number]
        if start < 0:
            return default
        return _plain(self.string[start:self._spans[2 * number + 1]])

    def group(self, *groups):
        """The text of a group, or a tuple of those of several."""
        if not groups:
            return self._part(0)
        if len(groups) == 1:
            return self._part(self._number(groups[0]))
        return tuple([self._part(self._number(group)) for group in groups])

    # Items are groups, but there is no iterating over them.
    __iter__ = None

    def __getitem__(self, group):
        return self._part(self._number(group))

    def groups(self, default=None):
        """The texts of all groups."""
        return tuple([self._part(number, default)
                      for number in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        """The texts of the groups that have names."""
        return {name: self._part(number, default)
                for name, number in self.re._names.items()}

    def start(self, group=0, /):
        """Where a group begins; -1 if it took no part."""
        return self._spans[2 * self._number(group)]

    def end(self, group=0, /):
        """Where a group ends; -1 if it took no part."""
        return self._spans[2 * self._number(group) + 1]

    def span(self, group=0, /):
        """Where a group begins and ends."""
        number = self._number(group)
        return self._spans[2 * number], self._spans[2 * number + 1]

    def expand(self, template):
        """A template with the groups filled in."""
        return _fill(_parse_template(template, self.re), self)

    @property
    def lastgroup(self):
        """The name of the group that ended last."""
        for name, number in self.re._names.items():
            if number == self.lastindex:
                return name
        return None

    @property
    def regs(self):
        """Where all groups begin and end."""
        return tuple([self.span(number)
                      for number in range(self.re.groups + 1)])

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


# Problems that are not the pattern's own.
_UNFIT_FLAGS = ('cannot use UNICODE flag with a bytes pattern',
                'cannot use LOCALE flag with a str pattern',
                'ASCII and UNICODE flags are incompatible',
                'ASCII and LOCALE flags are incompatible')


class Pattern:
    """A compiled regular expression."""

    __class_getitem__ = classmethod(types.GenericAlias)

    __module__ = 're'
    __slots__ = ('pattern', 'flags', 'groups', '_program', '_names',
                 '__weakref__')

    def __init__(self, pattern, flags):
        result = _re.compile(pattern, flags)
        if len(result) == 2:
            if result[0] in _UNFIT_FLAGS:
                raise ValueError(result[0])
            if result[1] is None and 'repetition' in result[0]:
                raise OverflowError(result[0])
            # Without a position it is not told which pattern it is.
            raise error(result[0], None if result[1] is None else pattern,
                        result[1])
        self.pattern = pattern
        self._program, self.flags, self.groups, names = result
        self._names = dict(names)

    @property
    def groupindex(self):
        """The numbers of the groups that have names."""
        return types.MappingProxyType(self._names) if self._names else {}

    def __repr__(self):
        flags = self.flags
        if isinstance(self.pattern, str):
            flags &= ~32
        shown = repr(self.pattern)[:200]
        if flags:
            return f're.compile({shown}, {RegexFlag(flags)!r})'
        return f're.compile({shown})'

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.flags == other.flags and self.pattern == other.pattern
                and type(self.pattern) is type(other.pattern))

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return compile, (self.pattern, self.flags)

    def _check(self, string):
        if isinstance(string, str):
            if not isinstance(self.pattern, str):
                raise TypeError('cannot use a bytes pattern on a string-like '
                                'object')
        elif isinstance(string, (bytes, bytearray, memoryview)):
            if isinstance(self.pattern, str):
                raise TypeError('cannot use a string pattern on a bytes-like '
                                'object')
        else:
            raise TypeError('expected string or bytes-like object, got '
                            f'{type(string).__name__!r}')

    def _find(self, string, pos, endpos, goal):
        self._check(string)
        spans = _re.find(self._program, string, pos, endpos, goal)
        if spans is None:
            return None
        length = len(string)
        return Match(self, string, min(max(pos, 0), length),
                     min(max(endpos, 0), length), spans)

    def scanner(self, string, pos=0, endpos=_END):
        """Matches one behind the other, each found by a call."""
        from ._scanner import Steps
        self._check(string)
        return Steps(self, string, pos, endpos)

    def search(self, string, pos=0, endpos=_END):
        """The first match anywhere in the text, or None."""
        return self._find(string, pos, endpos, _SEARCH)

    def match(self, string, pos=0, endpos=_END):
        """The match at the beginning of the text, or None."""
        return self._find(string, pos, endpos, _MATCH)

    def fullmatch(self, string, pos=0, endpos=_END):
        """The match of the whole text, or None."""
        return self._find(string, pos, endpos, _FULL_MATCH)

    def finditer(self, string, pos=0, endpos=_END):
        """An iterator over all matches that do not overlap."""
        self._check(string)
        length = len(string)
        first, last = min(max(pos, 0), length), min(max(endpos, 0), length)
        found = _re.find_all(self._program, string, pos, endpos, 0)
        return iter([Match(self, string, first, last, spans)
                     for spans in found])

    def findall(self, string, pos=0, endpos=_END):
        """All matches: their texts, or those of their groups."""
        self._check(string)
        string = _plain(string)
        found = _re.find_all(self._program, string, pos, endpos, 0)
        if self.groups == 0:
            return [string[spans[0]:spans[1]] for spans in found]
        empty = string[:0]
        if self.groups == 1:
            return [string[spans[2]:spans[3]] if spans[2] >= 0 else empty
                    for spans in found]
        places = range(2, 2 * self.groups + 2, 2)
        return [tuple([string[spans[at]:spans[at + 1]] if spans[at] >= 0
                       else empty for at in places]) for spans in found]

    def split(self, string, maxsplit=0):
        """The text between the matches, and their groups."""
        self._check(string)
        string = _plain(string)
        parts = []
        last = 0
        if index(maxsplit) >= 0:
            for spans in _re.find_all(self._program, string, 0, _END, maxsplit):
                parts.append(string[last:spans[0]])
                for at in range(2, 2 * self.groups + 2, 2):
                    parts.append(string[spans[at]:spans[at + 1]]
                                 if spans[at] >= 0 else None)
                last = spans[1]
        parts.append(string[last:])
        return parts

    def sub(self, repl, string, count=0):
        """The text with its matches replaced."""
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        """The text with its matches replaced, and how many there were."""
        self._check(string)
        given, string = string, _plain(string)
        if index(count) < 0:
            return string[:], 0
        parts = []
        last = 0
        pieces = None if callable(repl) else _parse_template(repl, self)
        found = _re.find_all(self._program, string, 0, _END, count)
        for spans in found:
            if last < spans[0]:
                parts.append(string[last:spans[0]])
            if pieces is not None and len(pieces) == 1:
                parts.append(pieces[0])
            else:
                match = Match(self, given, 0, len(string), spans)
                if pieces is not None:
                    parts.append(_fill(pieces, match))
                elif (made := repl(match)) is not None:
                    parts.append(made)
            last = spans[1]
        if not found:
            return string[:], 0
        parts.append(string[last:])
        return string[:0].join(parts), len(found)


def _plain(text):
    """What is given of a text: bytes of any kind of buffer."""
    return text if isinstance(text, (str, bytes)) else bytes(text)


_ESCAPES = {'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t',
            'v': '\v', '\\': '\\'}


def _parse_template(template, pattern):
    """Texts and group numbers in turn, beginning and ending with a text."""
    is_text = isinstance(template, str)
    if not is_text:
        source = str(template, 'latin-1')
    else:
        source = template
    pieces = []
    text = []
    at = 0

    def group(number, where):
        if number > pattern.groups:
            raise error(f'invalid group reference {number}', template, where)
        pieces.append(''.join(text))
        pieces.append(number)
        text.clear()

    while True:
        backslash = source.find('\\', at)
        if backslash < 0:
            text.append(source[at:])
            break
        text.append(source[at:backslash])
        c = source[backslash + 1:backslash + 2]
        at = backslash + 2
        if c == 'g':
            if source[at:at + 1] != '<':
                raise error('missing <', template, at)
            end = source.find('>', at + 1)
            name = source[at + 1:end if end >= 0 else len(source)]
            if not name:
                raise error('missing group name', template, at + 1)
            if end < 0:
                raise error('missing >, unterminated name', template, at + 1)
            if name.isidentifier():
                if name not in pattern._names:
                    raise IndexError(f'unknown group name {name!r}')
                number = pattern._names[name]
            elif name.isdecimal() and name.isascii():
                number = int(name)
            else:
                shown = repr(name) if is_text else repr(name.encode('latin-1'))
                raise error(f'bad character in group name {shown}', template,
                            at + 1)
            group(number, at + 1)
            at = end + 1
        elif c == '0':
            end = at
            while end < at + 2 and source[end:end + 1] in tuple('01234567'):
                end += 1
            text.append(chr(int(source[at - 1:end], 8) & 0xff))
            at = end
        elif c and c in '123456789':
            end = at
            if source[end:end + 1].isdecimal():
                end += 1
                digits = source[at - 1:at + 2]
                if len(digits) == 3 and all([d in '01234567' for d in digits]):
                    code = int(digits, 8)
                    if code > 0o377:
                        raise error(f'octal escape value \\{digits} outside of '
                                    'range 0-0o377', template, backslash)
                    text.append(chr(code))
                    at += 2
                    continue
            group(int(source[at - 1:end]), backslash + 1)
            at = end
        elif c in _ESCAPES:
            text.append(_ESCAPES[c])
        elif not c:
            raise error('bad escape (end of pattern)', template, backslash)
        elif c.isascii() and c.isalpha():
            raise error(f'bad escape \\{c}', template, backslash)
        else:
            text.append('\\' + c)
    pieces.append(''.join(text))
    if not is_text:
        pieces = [piece if isinstance(piece, int) else piece.encode('latin-1')
                  for piece in pieces]
    return pieces


def _fill(pieces, match):
    empty = _plain(match.string[:0])
    return empty.join([match._part(piece, empty) if isinstance(piece, int)
                       else piece for piece in pieces])


_cache = {}
_CACHED = 256
_IN_ODD_SETS = '[[', '--', '&&', '~~', '||'


def compile(pattern, flags=0):
    """The compiled pattern."""
    if not isinstance(flags, int):
        hash(flags)
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled '
                             'pattern')
        return pattern
    if not isinstance(pattern, (str, bytes)):
        hash(pattern)
        raise TypeError('first argument must be string or compiled pattern')
    if not isinstance(flags, int):
        raise TypeError('unsupported operand type(s) for &: '
                        f"'{type(flags).__name__}' and 'RegexFlag'")
    key = type(pattern), pattern, int(flags)
    try:
        return _cache[key]
    except KeyError:
        pass
    made = Pattern(pattern, int(flags))
    text = str(pattern)
    if '[' in text and any([sign in text for sign in _IN_ODD_SETS]):
        from ._set_warnings import warn_of_sets
        warn_of_sets(pattern, made.flags)
    if len(_cache) >= _CACHED:
        del _cache[next(iter(_cache))]
    _cache[key] = made
    return made


def purge():
    """Forgets compiled patterns."""
    _cache.clear()


def search(pattern, string, flags=0):
    """The first match anywhere in the text, or None."""
    return compile(pattern, flags).search(string)


def match(pattern, string, flags=0):
    """The match at the beginning of the text, or None."""
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """The match of the whole text, or None."""
    return compile(pattern, flags).fullmatch(string)


def findall(pattern, string, flags=0):
    """All matches: their texts, or those of their groups."""
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """An iterator over all matches."""
    return compile(pattern, flags).finditer(string)


def split(pattern, string, maxsplit=0, flags=0):
    """The text between the matches."""
    return compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    """The text with its matches replaced."""
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    """The text with its matches replaced, and how many there were."""
    return compile(pattern, flags).subn(repl, string, count)


_SPECIAL = {ord(c): '\\' + c for c in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    """The pattern that matches just this text."""
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    return str(pattern, 'latin-1').translate(_SPECIAL).encode('latin-1')


__lazy__ = {'_scanner': 'Scanner'}
