"""Strings and f-strings: from tokens to trees."""

import re

from . import _nodes as n
from ._tokens import STRING, Tokens

_PARTS = re.compile(r'''([a-zA-Z]*)(\'\'\'|"""|'|")(.*)\2''', re.DOTALL)
_QUOTE = re.compile(r"\\.|'", re.DOTALL)
_TEXT = re.compile(r'(?:\\N\{[^}]*\}|\{\{|\}\}|[^{}\\]|\\[^{}]|\\(?=[{}]))*',
                   re.DOTALL)
_RAW_TEXT = re.compile(r'(?:\{\{|\}\}|[^{}])*')
_INNER_STRING = re.compile(
    r'''(?:\'\'\'.*?\'\'\'|""".*?"""|'(?:\\.|[^\\'])*'|"(?:\\.|[^\\"])*")''',
    re.DOTALL)


def string(parser, start):
    """The tree of one string token or several, one behind the other."""
    tokens = parser.tokens
    items = []
    while tokens.kind == STRING:
        items.append(tokens.next())
    split = [_PARTS.fullmatch(item.string).groups() for item in items]
    if not any('f' in prefix.lower() for prefix, _, _ in split):
        values = [eval(item.string) for item in items]
        kind = 'u' if split[0][0] in ('u', 'U') else None
        return tokens.make(n.Constant, start, kind=kind,
                           value=values[0][:0].join(values))
    parts = []
    for item, (prefix, quotes, body) in zip(items, split):
        if 'f' in prefix.lower():
            reader = _Reader(parser, start, item, body,
                             len(prefix) + len(quotes),
                             'r' in prefix.lower())
            parts += reader.parts('')
        else:
            parts.append(eval(item.string))
    values = [tokens.make(n.Constant, start, value=part)
              if isinstance(part, str) else part for part in _joined(parts)]
    return tokens.make(n.JoinedStr, start, values=values)


def _joined(parts):
    """The same with neighbouring texts joined and empty ones left out."""
    made = []
    for part in parts:
        if isinstance(part, str) and made and isinstance(made[-1], str):
            made[-1] += part
        elif part != '':
            made.append(part)
    return made


class _Reader:
    """Reads the body of one f-string."""

    def __init__(self, parser, start, item, body, head, raw):
        self.parser = parser
        self.start = start
        self.item = item
        self.body = body
        self.head = head
        self.raw = raw
        self.at = 0

    def make(self, kind, **fields):
        return self.parser.tokens.make(kind, self.start, **fields)

    def parts(self, closing):
        """Texts and fields up to `closing`, which is '}' in a format."""
        made = []
        while self.at < len(self.body):
            sign = self.body[self.at]
            if sign == '{' and not (self.body.startswith('{{', self.at)
                                    and not closing):
                self.field(made)
            elif sign == closing:
                break
            else:
                made.append(self.text(closing))
        return made

    def text(self, closing):
        if closing:
            end = self.at
            while end < len(self.body) and self.body[end] not in '{}':
                end += 1
        else:
            pattern = _RAW_TEXT if self.raw else _TEXT
            end = pattern.match(self.body, self.at).end()
        text = self.body[self.at:end]
        self.at = end
        if not self.raw and '\\' in text:
            # The braces of `\\N{...}` are no escapes of braces.
            parts = re.split(r'(\\N\{[^}]*\})', text)
            parts[::2] = [part.replace('{{', '{').replace('}}', '}')
                          for part in parts[::2]]
            text = _QUOTE.sub(lambda found: "\\'" if found[0] == "'"
                              else found[0], ''.join(parts))
            return eval(f"'''{text}'''")
        return text if closing else text.replace('{{', '{') \
            .replace('}}', '}')

    def field(self, made):
        begin = self.at + 1
        end = self.end_of_expression(begin)
        source = self.body[begin:end]
        self.at = end
        value = self.expression(source, begin)
        shows = self.body[end] == '='
        if shows:
            self.at += 1
            while self.body[self.at].isspace():
                self.at += 1
            made.append(self.body[begin:self.at])
        conversion = -1
        if self.body[self.at] == '!':
            found = re.compile(r'!\s*([sra])\s*').match(self.body, self.at)
            conversion = ord(found[1])
            self.at = found.end()
        spec = None
        if self.body[self.at] == ':':
            self.at += 1
            inner = [self.make(n.Constant, value=part)
                     if isinstance(part, str) else part
                     for part in _joined(self.parts('}'))]
            spec = self.make(n.JoinedStr, values=inner)
        elif shows and conversion < 0:
            conversion = ord('r')
        self.at += 1                # the closing brace
        made.append(self.make(n.FormattedValue, value=value,
                              conversion=conversion, format_spec=spec))

    def end_of_expression(self, at):
        body = self.body
        depth = 0
        while True:
            sign = body[at]
            inner = _INNER_STRING.match(body, at)
            if inner:
                at = inner.end()
                continue
            if not depth:
                if sign in '}:' or sign == '!' and body[at + 1] != '=':
                    return at
                if sign == '=' and body[at + 1] != '=' \
                        and body[at - 1] not in '=!<>':
                    return at
                if body.startswith(('!=', '==', '<=', '>='), at):
                    at += 2
                    continue
            depth += (sign in '([{') - (sign in ')]}')
            at += 1

    def expression(self, source, begin):
        token_row, token_column = self.item.start
        before = self.item.string[:self.head + begin]
        rows = before.count('\n')
        column = len(before) - before.rfind('\n') - 1
        if not rows:
            column += token_column
        outer = self.parser.tokens
        row, column = outer.place((token_row + rows, column))
        # In brackets, so that it may go over lines.
        inner = Tokens(f'({source})', (row - 1, column - 1))
        inner.need('(')
        return type(self.parser)(inner).yield_or_expressions()
