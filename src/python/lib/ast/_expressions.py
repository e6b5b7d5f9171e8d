"""Expressions: from tokens to trees. The text is known to be correct."""

from . import _nodes as n
from ._strings import string
from ._tokens import KEYWORDS, NAME, NUMBER, STRING, NotThis

_BINARY = {}
for _level, _signs in enumerate((
        {'|': n.BitOr}, {'^': n.BitXor}, {'&': n.BitAnd},
        {'<<': n.LShift, '>>': n.RShift}, {'+': n.Add, '-': n.Sub},
        {'*': n.Mult, '/': n.Div, '//': n.FloorDiv, '%': n.Mod,
         '@': n.MatMult})):
    for _sign, _class in _signs.items():
        _BINARY[_sign] = _level, _class
# How tightly sums bind.
ADDITION = _BINARY['+'][0]
UNARY = {'-': n.USub, '+': n.UAdd, '~': n.Invert}
_COMPARE = {'<': n.Lt, '>': n.Gt, '==': n.Eq, '!=': n.NotEq, '<=': n.LtE,
            '>=': n.GtE, 'in': n.In, 'is': n.Is, 'not': n.NotIn}
_CONSTANTS = {'None': None, 'True': True, 'False': False}


def set_context(node, context):
    """Says of a target that it is stored to, or deleted."""
    if hasattr(node, 'ctx'):
        node.ctx = context
        if isinstance(node, (n.Tuple, n.List)):
            for item in node.elts:
                set_context(item, context)
        elif isinstance(node, n.Starred):
            set_context(node.value, context)
    return node


class Expressions:
    """The half of the parser that the other half stands on."""

    def __init__(self, tokens):
        self.tokens = tokens

    def list_of(self, item, ends):
        """One item, or a tuple of several without brackets."""
        tokens = self.tokens
        start = tokens.mark()
        first = item()
        if tokens.word != ',':
            return first
        items = [first]
        while tokens.take(','):
            if self.ends(ends):
                break
            items.append(item())
        return tokens.make(n.Tuple, start, elts=items, ctx=n.Load())

    def ends(self, words):
        """Whether no expression can begin here."""
        word = self.tokens.word
        return word in words or (word == '' or word[0] in '\r\n') \
            and self.tokens.kind != STRING

    def star_expressions(self):
        return self.list_of(self.star_expression, _ENDS)

    def yield_or_expressions(self):
        if self.tokens.word == 'yield':
            return self.yield_()
        return self.star_expressions()

    def yield_(self):
        tokens = self.tokens
        start = tokens.mark()
        tokens.need('yield')
        if tokens.take('from'):
            value = self.expression()
            return tokens.make(n.YieldFrom, start, value=value)
        value = None if self.ends(_ENDS) else self.star_expressions()
        return tokens.make(n.Yield, start, value=value)

    def star_expression(self):
        if self.tokens.word == '*':
            return self.starred(self.binary)
        return self.named()

    def starred(self, inner):
        tokens = self.tokens
        start = tokens.mark()
        tokens.need('*')
        value = inner()
        return tokens.make(n.Starred, start, value=value, ctx=n.Load())

    def named(self):
        tokens = self.tokens
        start = tokens.mark()
        value = self.expression()
        if isinstance(value, n.Name) and tokens.take(':='):
            set_context(value, n.Store())
            return tokens.make(n.NamedExpr, start, target=value,
                               value=self.expression())
        return value

    def expression(self):
        tokens = self.tokens
        if tokens.word == 'lambda':
            return self.lambda_()
        start = tokens.mark()
        body = self.either()
        if not tokens.take('if'):
            return body
        test = self.either()
        tokens.need('else')
        orelse = self.expression()
        return tokens.make(n.IfExp, start, test=test, body=body,
                           orelse=orelse)

    def lambda_(self):
        tokens = self.tokens
        start = tokens.mark()
        tokens.need('lambda')
        args = self.arguments(':', False)
        tokens.need(':')
        return tokens.make(n.Lambda, start, args=args, body=self.expression())

    def either(self):
        return self.logic('or', n.Or, self.both)

    def both(self):
        return self.logic('and', n.And, self.inversion)

    def logic(self, word, kind, inner):
        tokens = self.tokens
        start = tokens.mark()
        values = [inner()]
        while tokens.take(word):
            values.append(inner())
        if len(values) == 1:
            return values[0]
        return tokens.make(n.BoolOp, start, op=kind(), values=values)

    def inversion(self):
        tokens = self.tokens
        start = tokens.mark()
        if not tokens.take('not'):
            return self.comparison()
        operand = self.inversion()
        return tokens.make(n.UnaryOp, start, op=n.Not(), operand=operand)

    def comparison(self):
        tokens = self.tokens
        start = tokens.mark()
        left = self.binary()
        operators, others = [], []
        while (word := tokens.word) in _COMPARE:
            tokens.next()
            kind = _COMPARE[word]
            if word == 'not':
                tokens.need('in')
            elif word == 'is' and tokens.take('not'):
                kind = n.IsNot
            operators.append(kind())
            others.append(self.binary())
        if not operators:
            return left
        return tokens.make(n.Compare, start, left=left, ops=operators,
                           comparators=others)

    def binary(self, lowest=0):
        tokens = self.tokens
        start = tokens.mark()
        left = self.factor()
        while True:
            level, kind = _BINARY.get(tokens.word, (-1, None))
            if level < lowest:
                return left
            tokens.next()
            right = self.binary(level + 1)
            left = tokens.make(n.BinOp, start, left=left, op=kind(),
                               right=right)

    def factor(self):
        tokens = self.tokens
        start = tokens.mark()
        kind = UNARY.get(tokens.word)
        if kind is not None:
            tokens.next()
            operand = self.factor()
            return tokens.make(n.UnaryOp, start, op=kind(), operand=operand)
        if tokens.take('await'):
            value = tokens.make(n.Await, start, value=self.primary())
        else:
            value = self.primary()
        if not tokens.take('**'):
            return value
        right = self.factor()
        return tokens.make(n.BinOp, start, left=value, op=n.Pow(),
                           right=right)

    def primary(self):
        tokens = self.tokens
        start = tokens.mark()
        value = self.atom()
        while True:
            if tokens.take('.'):
                value = tokens.make(n.Attribute, start, value=value,
                                    attr=tokens.name(), ctx=n.Load())
            elif tokens.word == '(':
                args, keywords = self.call_arguments()
                value = tokens.make(n.Call, start, func=value, args=args,
                                    keywords=keywords)
            elif tokens.take('['):
                inner = self.list_of(self.slice, (']',))
                tokens.need(']')
                if isinstance(inner, n.Starred):
                    places = {name: getattr(inner, name)
                              for name in inner._attributes}
                    inner = n.Tuple(elts=[inner], ctx=n.Load(), **places)
                value = tokens.make(n.Subscript, start, value=value,
                                    slice=inner, ctx=n.Load())
            else:
                return value

    def slice(self):
        tokens = self.tokens
        start = tokens.mark()
        parts = [None]
        if tokens.word == '*':
            return self.starred(self.binary)
        if tokens.word != ':':
            parts[0] = self.named()
            if tokens.word != ':':
                return parts[0]
        while len(parts) < 3 and tokens.take(':'):
            parts.append(None if tokens.word in (':', ',', ']')
                         else self.expression())
        parts += [None] * (3 - len(parts))
        return tokens.make(n.Slice, start, lower=parts[0], upper=parts[1],
                           step=parts[2])

    def call_arguments(self):
        tokens = self.tokens
        opening = tokens.mark()
        tokens.need('(')
        args, keywords = [], []
        while not tokens.take(')'):
            start = tokens.mark()
            if tokens.take('**'):
                value = self.expression()
                keywords.append(tokens.make(n.keyword, start, arg=None,
                                            value=value))
            elif tokens.word == '*':
                args.append(self.starred(self.expression))
            else:
                value = self.named()
                if isinstance(value, n.Name) and tokens.take('='):
                    name, value = value.id, self.expression()
                    keywords.append(tokens.make(n.keyword, start, arg=name,
                                                value=value))
                elif tokens.word in ('for', 'async'):
                    generators = self.generators()
                    tokens.need(')')
                    args.append(tokens.make(n.GeneratorExp, opening,
                                            elt=value, generators=generators))
                    return args, keywords
                else:
                    args.append(value)
            if not tokens.take(','):
                tokens.need(')')
                break
        return args, keywords

    def generators(self):
        tokens = self.tokens
        made = []
        while tokens.word in ('for', 'async'):
            is_async = int(tokens.take('async'))
            tokens.need('for')
            target = self.targets()
            tokens.need('in')
            source = self.either()
            conditions = []
            while tokens.take('if'):
                saved = tokens.save()
                value = self.either()
                if tokens.word == ':=':
                    tokens.restore(saved)
                    value = self.named()
                conditions.append(value)
            made.append(n.comprehension(target=target, iter=source,
                                        ifs=conditions, is_async=is_async))
        return made

    def targets(self):
        """What `for` assigns to."""
        def one():
            if self.tokens.word == '*':
                return self.starred(self.binary)
            return self.binary()
        return set_context(self.list_of(one, ('in', '=')), n.Store())

    def atom(self):
        tokens = self.tokens
        start = tokens.mark()
        kind, word = tokens.kind, tokens.word
        if kind == STRING:
            return string(self, start)
        if kind == NUMBER:
            tokens.next()
            return tokens.make(n.Constant, start, value=eval(word))
        if kind == NAME:
            if word in _CONSTANTS:
                tokens.next()
                return tokens.make(n.Constant, start, value=_CONSTANTS[word])
            if word in KEYWORDS:
                raise NotThis(word)
            tokens.next()
            return tokens.make(n.Name, start, id=word, ctx=n.Load())
        if tokens.take('...'):
            return tokens.make(n.Constant, start, value=...)
        tokens.next()
        if word == '(':
            return self.parenthesis(start)
        if word == '[':
            items, generators = self.display(']')
            if generators:
                return tokens.make(n.ListComp, start, elt=items[0],
                                   generators=generators)
            return tokens.make(n.List, start, elts=items, ctx=n.Load())
        if word == '{':
            return self.braces(start)
        raise NotThis(word)

    def parenthesis(self, start):
        tokens = self.tokens
        if tokens.word == 'yield':
            value = self.yield_()
            tokens.need(')')
            return value
        if tokens.take(')'):
            return tokens.make(n.Tuple, start, elts=[], ctx=n.Load())
        first = self.star_expression()
        if tokens.word in ('for', 'async'):
            generators = self.generators()
            tokens.need(')')
            return tokens.make(n.GeneratorExp, start, elt=first,
                               generators=generators)
        items = [first]
        several = isinstance(first, n.Starred)
        while tokens.take(','):
            several = True
            if tokens.word == ')':
                break
            items.append(self.star_expression())
        tokens.need(')')
        if not several:
            return first
        return tokens.make(n.Tuple, start, elts=items, ctx=n.Load())

    def display(self, closing):
        """Items up to a bracket, or one and its generators."""
        tokens = self.tokens
        items = []
        while not tokens.take(closing):
            items.append(self.star_expression())
            if tokens.word in ('for', 'async'):
                generators = self.generators()
                tokens.need(closing)
                return items, generators
            if not tokens.take(','):
                tokens.need(closing)
                break
        return items, None

    def braces(self, start):
        tokens = self.tokens
        if tokens.take('}'):
            return tokens.make(n.Dict, start, keys=[], values=[])
        saved = tokens.save()
        if tokens.word != '**':
            if tokens.word == '*':
                is_set = True
            else:
                self.named()
                is_set = tokens.word != ':'
            tokens.restore(saved)
            if is_set:
                items, generators = self.display('}')
                if generators:
                    return tokens.make(n.SetComp, start, elt=items[0],
                                       generators=generators)
                return tokens.make(n.Set, start, elts=items)
        keys, values = [], []
        while not tokens.take('}'):
            if tokens.take('**'):
                keys.append(None)
                values.append(self.binary())
            else:
                keys.append(self.expression())
                tokens.need(':')
                values.append(self.expression())
                if tokens.word in ('for', 'async'):
                    generators = self.generators()
                    tokens.need('}')
                    return tokens.make(n.DictComp, start, key=keys[0],
                                       value=values[0], generators=generators)
            if not tokens.take(','):
                tokens.need('}')
                break
        return tokens.make(n.Dict, start, keys=keys, values=values)

    def arguments(self, closing, annotated=True):
        """The parameters of a function, up to `closing`."""
        tokens = self.tokens
        made = n.arguments(posonlyargs=[], args=[], vararg=None,
                           kwonlyargs=[], kw_defaults=[], kwarg=None,
                           defaults=[])

        def parameter(star=False):
            start = tokens.mark()
            name = tokens.name()
            annotation = None
            if annotated and tokens.take(':'):
                annotation = self.starred(self.binary) \
                    if star and tokens.word == '*' else self.expression()
            return tokens.make(n.arg, start, arg=name, annotation=annotation)

        named_only = False
        while tokens.word != closing:
            if tokens.take('**'):
                made.kwarg = parameter()
            elif tokens.take('*'):
                named_only = True
                if tokens.word != ',':
                    made.vararg = parameter(True)
            elif tokens.take('/'):
                made.posonlyargs, made.args = made.args, []
            else:
                one = parameter()
                default = self.expression() if tokens.take('=') else None
                if named_only:
                    made.kwonlyargs.append(one)
                    made.kw_defaults.append(default)
                else:
                    made.args.append(one)
                    if default is not None:
                        made.defaults.append(default)
            if not tokens.take(','):
                break
        return made


_ENDS = frozenset((')', ']', '}', ':', '=', ';', 'in', 'for', 'async', '+=',
                   '-=', '*=', '/=', '//=', '%=', '@=', '&=', '|=', '^=',
                   '>>=', '<<=', '**='))
