"""The patterns of `match`: from tokens to trees."""

from . import _nodes as n
from ._expressions import ADDITION, Expressions
from ._tokens import NAME, NUMBER, STRING


class Patterns(Expressions):
    """The part of the parser for what stands behind `case`."""

    def open_pattern(self):
        """A pattern, or several that are a sequence without brackets."""
        tokens = self.tokens
        start = tokens.mark()
        first = self.star_pattern()
        if tokens.word != ',':
            if isinstance(first, n.MatchStar):
                return tokens.make(n.MatchSequence, start, patterns=[first])
            return first
        items = [first]
        while tokens.take(','):
            if tokens.word in (':', 'if'):
                break
            items.append(self.star_pattern())
        return tokens.make(n.MatchSequence, start, patterns=items)

    def star_pattern(self):
        tokens = self.tokens
        start = tokens.mark()
        if not tokens.take('*'):
            return self.pattern()
        name = tokens.name()
        return tokens.make(n.MatchStar, start,
                           name=None if name == '_' else name)

    def pattern(self):
        tokens = self.tokens
        start = tokens.mark()
        options = [self.closed_pattern()]
        while tokens.take('|'):
            options.append(self.closed_pattern())
        made = options[0] if len(options) == 1 else \
            tokens.make(n.MatchOr, start, patterns=options)
        if tokens.take('as'):
            made = tokens.make(n.MatchAs, start, pattern=made,
                               name=tokens.name())
        return made

    def closed_pattern(self):
        tokens = self.tokens
        start = tokens.mark()
        word = tokens.word
        if word in ('None', 'True', 'False'):
            value = self.atom().value
            return tokens.make(n.MatchSingleton, start, value=value)
        if tokens.kind in (NUMBER, STRING) or word == '-':
            value = self.binary(ADDITION)
            return tokens.make(n.MatchValue, start, value=value)
        if word == '(' or word == '[':
            return self.sequence_pattern(start)
        if word == '{':
            return self.mapping_pattern(start)
        value = self.name_or_attribute()
        if tokens.word == '(':
            return self.class_pattern(start, value)
        if isinstance(value, n.Attribute):
            return tokens.make(n.MatchValue, start, value=value)
        return tokens.make(n.MatchAs, start,
                           name=None if value.id == '_' else value.id)

    def name_or_attribute(self):
        tokens = self.tokens
        start = tokens.mark()
        value = tokens.make(n.Name, start, id=tokens.name(), ctx=n.Load())
        value.end_lineno, value.end_col_offset = tokens.place(tokens.end)
        while tokens.take('.'):
            value = self._attribute(start, value)
        return value

    def _attribute(self, start, value):
        name = self.tokens.name()
        return self.tokens.make(n.Attribute, start, value=value, attr=name,
                                ctx=n.Load())

    def sequence_pattern(self, start):
        tokens = self.tokens
        closing = ')' if tokens.next().string == '(' else ']'
        items = []
        comma = False
        while not tokens.take(closing):
            items.append(self.star_pattern())
            if tokens.take(','):
                comma = True
            else:
                tokens.need(closing)
                break
        if closing == ')' and len(items) == 1 and not comma \
                and not isinstance(items[0], n.MatchStar):
            return items[0]
        return tokens.make(n.MatchSequence, start, patterns=items)

    def mapping_pattern(self, start):
        tokens = self.tokens
        tokens.need('{')
        keys, patterns, rest = [], [], None
        while not tokens.take('}'):
            if tokens.take('**'):
                rest = tokens.name()
            else:
                keys.append(self.name_or_attribute()
                            if tokens.kind == NAME and tokens.word not in
                            ('None', 'True', 'False') else
                            self.binary(ADDITION))
                tokens.need(':')
                patterns.append(self.pattern())
            if not tokens.take(','):
                tokens.need('}')
                break
        return tokens.make(n.MatchMapping, start, keys=keys,
                           patterns=patterns, rest=rest)

    def class_pattern(self, start, value):
        tokens = self.tokens
        tokens.need('(')
        patterns, names, named = [], [], []
        while not tokens.take(')'):
            saved = tokens.save()
            name = tokens.next().string
            if tokens.take('='):
                names.append(name)
                named.append(self.pattern())
            else:
                tokens.restore(saved)
                patterns.append(self.pattern())
            if not tokens.take(','):
                tokens.need(')')
                break
        return tokens.make(n.MatchClass, start, cls=value, patterns=patterns,
                           kwd_attrs=names, kwd_patterns=named)
