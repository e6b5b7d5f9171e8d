"""The tokens of Python source, comments included."""

import re
from builtins import open as _open
from codecs import BOM_UTF8, lookup
from collections import namedtuple
from io import TextIOWrapper

import token
from token import *
from token import EXACT_TOKEN_TYPES

__all__ = [*token.__all__, 'tokenize', 'generate_tokens', 'detect_encoding',
           'untokenize', 'open', 'TokenInfo', 'TokenError']

_TAB = 8
_CODING = re.compile(r'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)')
_BLANK = re.compile(br'^[ \t\f]*(?:[#\r\n]|$)')
_OPENING = re.compile(r'''(?:[fF][rR]?|[bB][rR]?|[rR][fFbB]?|[uU])?
                          (\'\'\'|"""|'|")''', re.VERBOSE)
_STRING_ENDS = {
    quotes: re.compile(rf'(?:[^\\{"" if triple else chr(92) + "n"}{quotes[0]}]'
                       rf'|\\.{inner})*{quotes}', re.DOTALL)
    for quotes, triple, inner in (
        ("'", False, ''), ('"', False, ''),
        ("'''", True, "|'(?!'')"), ('"""', True, '|"(?!"")'))}
_NUMBER = re.compile(r'''
    0[xX](?:_?[0-9a-fA-F])+ | 0[bB](?:_?[01])+ | 0[oO](?:_?[0-7])+
  | (?: [0-9](?:_?[0-9])* \.? (?:[0-9](?:_?[0-9])*)? | \.[0-9](?:_?[0-9])* )
    (?:[eE][-+]?[0-9](?:_?[0-9])*)? [jJ]?''', re.VERBOSE)
_NAME = re.compile(r'\w+')
_SPACE = re.compile(r'[ \f\t]*')
_SIGN = re.compile('|'.join(
    map(re.escape, sorted([*EXACT_TOKEN_TYPES, '<>'], reverse=True))))


class TokenError(Exception):
    """The text ends inside of a string or a statement."""


class TokenInfo(namedtuple('TokenInfo', 'type string start end line')):
    """A token with its places: lines count from 1, columns from 0."""

    __slots__ = ()

    def __repr__(self):
        kind = f'{self.type} ({tok_name[self.type]})'
        return (f'TokenInfo(type={kind}, string={self.string!r}, '
                f'start={self.start!r}, end={self.end!r}, line={self.line!r})')

    @property
    def exact_type(self):
        """For an operator which one it is, otherwise the type."""
        if self.type == OP:
            return EXACT_TOKEN_TYPES.get(self.string, OP)
        return self.type


def detect_encoding(readline):
    """The encoding that the first two lines tell, and those lines as read."""
    def line():
        try:
            return readline()
        except StopIteration:
            return b''

    lines = [line()]
    bom = lines[0].startswith(BOM_UTF8)
    if bom:
        lines[0] = lines[0][3:]
    default = 'utf-8-sig' if bom else 'utf-8'
    if not lines[0]:
        return default, []
    name = _declared(lines[0])
    if not name and _BLANK.match(lines[0]):
        second = line()
        if second:
            lines.append(second)
            name = _declared(second)
    if not name:
        return default, lines
    if bom and name != 'utf-8':
        raise SyntaxError('encoding problem: utf-8')
    return default if name == 'utf-8' else name, lines


def _declared(line):
    try:
        text = line.decode('utf-8')
    except UnicodeDecodeError:
        raise SyntaxError('invalid or missing encoding declaration') from None
    found = _CODING.match(text)
    if found is None:
        return None
    name = found[1].lower().replace('_', '-')
    if name == 'utf-8' or name.startswith('utf-8-'):
        return 'utf-8'
    if re.match('(?:latin-1|iso-8859-1|iso-latin-1)(?:-|$)', name):
        return 'iso-8859-1'
    try:
        lookup(found[1])
    except LookupError:
        raise SyntaxError('unknown encoding: ' + found[1]) from None
    return found[1]


def open(filename):
    """A file opened for reading in the encoding that it tells."""
    buffer = _open(filename, 'rb')
    encoding, _ = detect_encoding(buffer.readline)
    buffer.seek(0)
    return TextIOWrapper(buffer, encoding, line_buffering=True)


def tokenize(readline):
    """The tokens of lines that are bytes; the first one is the encoding."""
    encoding, read = detect_encoding(readline)
    if encoding == 'utf-8-sig':
        encoding = 'utf-8'
    yield TokenInfo(ENCODING, encoding, (0, 0), (0, 0), '')

    def line():
        return (read.pop(0) if read else readline()).decode(encoding)
    yield from generate_tokens(line)


def generate_tokens(readline):
    """The tokens of lines that are text."""
    indents = [0]
    depth = row = 0
    joined = False          # by a backslash at the end of the line before
    before = ''
    while True:
        line, row = _next(readline), row + 1
        at = 0
        if not line:
            break
        if not depth and not joined:
            column, at = _indentation(line)
            if at == len(line):
                break
            if line[at] in '#\r\n':
                yield from _blank_line(line, row, at)
                before = line
                continue
            if column > indents[-1]:
                indents.append(column)
                yield TokenInfo(INDENT, line[:at], (row, 0), (row, at), line)
            while column < indents[-1]:
                if column not in indents:
                    raise IndentationError(
                        'unindent does not match any outer indentation level',
                        ('<tokenize>', row, at, line))
                indents.pop()
                yield TokenInfo(DEDENT, '', (row, at), (row, at), line)
        joined = False
        while at < len(line):
            before_space = at
            at = _SPACE.match(line, at).end()
            if at == len(line):
                break
            start = row, at
            opening = _OPENING.match(line, at)
            if opening:
                end = _STRING_ENDS[opening[1]].match(line, opening.end())
                last = row
                text = line
                while end is None and (len(opening[1]) == 3
                                       or text.endswith(('\\\n', '\\\r\n'))):
                    more = _next(readline)
                    if not more:
                        raise TokenError('EOF in multi-line string', start)
                    text += more
                    last += 1
                    end = _STRING_ENDS[opening[1]].match(text, opening.end())
                if end is None:
                    yield from _errors(line, row, before_space, at)
                    at += 1
                    continue
                string = text[at:end.end()]
                at = end.end() - (text.rfind('\n', 0, end.end()) + 1)
                row = last
                yield TokenInfo(STRING, string, start, (row, at), text)
                line = text[text.rfind('\n', 0, end.end()) + 1:]
                continue
            sign = line[at]
            if sign in '\r\n':
                yield TokenInfo(NL if depth else NEWLINE, line[at:], start,
                                (row, len(line)), line)
                break
            if sign == '\\' and line[at + 1:] in ('\n', '\r\n', '\r'):
                joined = True
                break
            if sign == '#':
                kind, text = COMMENT, line[at:].rstrip('\r\n')
            elif found := _NUMBER.match(line, at):
                kind, text = NUMBER, found[0]
            elif found := _NAME.match(line, at):
                kind, text = NAME, found[0]
            elif found := _SIGN.match(line, at):
                kind, text = OP, found[0]
                depth += (text in '([{') - (text in ')]}')
            else:
                yield from _errors(line, row, before_space, at)
                at += 1
                continue
            at += len(text)
            yield TokenInfo(kind, text, start, (row, at), line)
        before = line
    if depth or joined:
        raise TokenError('EOF in multi-line statement', (row, 0))
    if before and before[-1] not in '\r\n' \
            and not before.strip().startswith('#'):
        here = row - 1, len(before)
        yield TokenInfo(NEWLINE, '', here, (row - 1, len(before) + 1), '')
    for _ in indents[1:]:
        yield TokenInfo(DEDENT, '', (row, 0), (row, 0), '')
    yield TokenInfo(ENDMARKER, '', (row, 0), (row, 0), '')


def _next(readline):
    try:
        return readline()
    except StopIteration:
        return ''


def _errors(line, row, first, last):
    """A sign that begins nothing, and the space before it."""
    for at in range(first, last + 1):
        yield TokenInfo(ERRORTOKEN, line[at], (row, at), (row, at + 1), line)


def _indentation(line):
    """How deep a line stands, and where its text begins."""
    column = at = 0
    for sign in line:
        if sign == ' ':
            column += 1
        elif sign == '\t':
            column = (column // _TAB + 1) * _TAB
        elif sign == '\f':
            column = 0
        else:
            break
        at += 1
    return column, at


def _blank_line(line, row, at):
    if line[at] == '#':
        comment = line[at:].rstrip('\r\n')
        yield TokenInfo(COMMENT, comment, (row, at),
                        (row, at + len(comment)), line)
        at += len(comment)
    yield TokenInfo(NL, line[at:], (row, at), (row, len(line)), line)


def untokenize(iterable):
    """Source of which the same tokens come, as text or in its encoding.

    Pairs of type and string give any spacing, full tokens the one they had.
    """
    encoding = None
    tokens = []
    for item in iterable:
        if item[0] == ENCODING:
            encoding = item[1]
        else:
            tokens.append(item)
    if tokens and len(tokens[0]) == 2:
        text = _spaced(tokens)
    else:
        text = _placed(tokens)
    return text if encoding is None else text.encode(encoding)


def _placed(tokens):
    parts = []
    indents = []
    row, column = 1, 0
    begins = False
    for kind, text, start, end, *_ in tokens:
        if kind == ENDMARKER:
            break
        if kind == INDENT:
            indents.append(text)
            continue
        if kind == DEDENT:
            indents.pop()
            row, column = end
            continue
        if begins and indents and start[1] >= len(indents[-1]):
            parts.append(indents[-1])
            column = len(indents[-1])
        begins = kind in (NEWLINE, NL)
        if start < (row, column):
            raise ValueError(f'start ({start[0]},{start[1]}) precedes previous '
                             f'end ({row},{column})')
        if start[0] > row:
            parts.append('\\\n' * (start[0] - row))
            column = 0
        parts.append(' ' * (start[1] - column))
        parts.append(text)
        row, column = end
        if kind in (NEWLINE, NL):
            row, column = row + 1, 0
    return ''.join(parts)


def _spaced(tokens):
    parts = []
    indents = []
    begins = string_before = False
    for kind, text, *_ in tokens:
        if kind in (NAME, NUMBER):
            text += ' '
        string = kind == STRING
        if string and string_before:
            text = ' ' + text
        string_before = string
        if kind == INDENT:
            indents.append(text)
            continue
        if kind == DEDENT:
            indents.pop()
            continue
        if kind in (NEWLINE, NL):
            begins = True
        elif begins and indents:
            parts.append(indents[-1])
            begins = False
        parts.append(text)
    return ''.join(parts)
