"""Statements: from tokens to trees. The text is known to be correct."""

from . import _nodes as n
from ._expressions import set_context
from ._patterns import Patterns
from ._tokens import DEDENT, END, INDENT, NAME, NEWLINE, NotThis, Tokens

_AUGMENTED = {'+=': n.Add, '-=': n.Sub, '*=': n.Mult, '/=': n.Div,
              '//=': n.FloorDiv, '%=': n.Mod, '@=': n.MatMult,
              '&=': n.BitAnd, '|=': n.BitOr, '^=': n.BitXor, '>>=': n.RShift,
              '<<=': n.LShift, '**=': n.Pow}


def parse_text(text, mode):
    """The tree of a text that `compile` takes; mode as there."""
    if mode == 'eval':
        text = text.lstrip(' \t')
    parser = Parser(Tokens(text))
    if mode == 'eval':
        return n.Expression(body=parser.yield_or_expressions())
    body = parser.statements(END)
    if mode == 'single':
        return n.Interactive(body=body)
    return n.Module(body=body, type_ignores=[])


class Parser(Patterns):
    """A method for each kind of statement, named for its first word."""

    def statements(self, end):
        tokens = self.tokens
        body = []
        while tokens.kind != end:
            if tokens.kind == NEWLINE:
                tokens.next()
            else:
                body += self.statement()
        return body

    def block(self):
        tokens = self.tokens
        tokens.need(':')
        if tokens.kind != NEWLINE:
            return self.simple_line()
        tokens.next()
        if tokens.kind != INDENT:
            raise NotThis('no block')
        tokens.next()
        body = self.statements(DEDENT)
        tokens.next()
        return body

    def statement(self):
        tokens = self.tokens
        word = tokens.word
        if tokens.kind == NAME or word == '@':
            method = _COMPOUND.get(word)
            if method is not None:
                return [method(self, tokens.mark())]
            if word == 'match':
                found = tokens.attempt(self.match)
                if found is not None:
                    return [found]
        return self.simple_line()

    def simple_line(self):
        tokens = self.tokens
        body = [self.simple()]
        while tokens.take(';'):
            if tokens.kind in (NEWLINE, END):
                break
            body.append(self.simple())
        if tokens.kind == NEWLINE:
            tokens.next()
        return body

    def simple(self):
        tokens = self.tokens
        start = tokens.mark()
        if tokens.kind == NAME:
            method = _SIMPLE.get(tokens.word)
            if method is not None:
                tokens.next()
                return method(self, start)
            if tokens.word == 'type':
                found = tokens.attempt(self.type_alias)
                if found is not None:
                    return found
        return self.assignment(start)

    def assignment(self, start):
        tokens = self.tokens
        bare = tokens.word != '('
        value = self.yield_or_expressions()
        kind = _AUGMENTED.get(tokens.word)
        if kind is not None:
            tokens.next()
            set_context(value, n.Store())
            return tokens.make(n.AugAssign, start, target=value, op=kind(),
                               value=self.yield_or_expressions())
        if tokens.take(':'):
            set_context(value, n.Store())
            annotation = self.expression()
            given = self.yield_or_expressions() if tokens.take('=') else None
            return tokens.make(n.AnnAssign, start, target=value,
                               annotation=annotation, value=given,
                               simple=int(bare and isinstance(value, n.Name)))
        targets = []
        while tokens.take('='):
            targets.append(set_context(value, n.Store()))
            value = self.yield_or_expressions()
        if targets:
            return tokens.make(n.Assign, start, targets=targets, value=value)
        return tokens.make(n.Expr, start, value=value)

    def optional(self):
        """Expressions, if there are any before the line's end."""
        tokens = self.tokens
        if tokens.kind in (NEWLINE, END) or tokens.word == ';':
            return None
        return self.star_expressions()

    def return_(self, start):
        return self.tokens.make(n.Return, start, value=self.optional())

    def raise_(self, start):
        tokens = self.tokens
        value = self.optional()
        cause = self.expression() if tokens.take('from') else None
        return tokens.make(n.Raise, start, exc=value, cause=cause)

    def assert_(self, start):
        tokens = self.tokens
        test = self.expression()
        message = self.expression() if tokens.take(',') else None
        return tokens.make(n.Assert, start, test=test, msg=message)

    def delete(self, start):
        tokens = self.tokens
        targets = [self.binary()]
        while tokens.take(','):
            if tokens.kind in (NEWLINE, END) or tokens.word == ';':
                break
            targets.append(self.binary())
        for target in targets:
            set_context(target, n.Del())
        return tokens.make(n.Delete, start, targets=targets)

    def names(self, kind, start):
        tokens = self.tokens
        names = [tokens.name()]
        while tokens.take(','):
            names.append(tokens.name())
        return tokens.make(kind, start, names=names)

    def global_(self, start):
        return self.names(n.Global, start)

    def nonlocal_(self, start):
        return self.names(n.Nonlocal, start)

    def pass_(self, start):
        return self.tokens.make(n.Pass, start)

    def break_(self, start):
        return self.tokens.make(n.Break, start)

    def continue_(self, start):
        return self.tokens.make(n.Continue, start)

    def dotted(self):
        tokens = self.tokens
        name = tokens.name()
        while tokens.take('.'):
            name += '.' + tokens.name()
        return name

    def alias(self, name):
        tokens = self.tokens
        start = tokens.mark()
        name = name()
        asname = tokens.name() if tokens.take('as') else None
        return tokens.make(n.alias, start, name=name, asname=asname)

    def import_(self, start):
        tokens = self.tokens
        names = [self.alias(self.dotted)]
        while tokens.take(','):
            names.append(self.alias(self.dotted))
        return tokens.make(n.Import, start, names=names)

    def from_(self, start):
        tokens = self.tokens
        level = 0
        while tokens.word in ('.', '...'):
            level += len(tokens.next().string)
        module = None if tokens.word == 'import' else self.dotted()
        tokens.need('import')
        names = []
        if tokens.word == '*':
            place = tokens.mark()
            tokens.next()
            names.append(tokens.make(n.alias, place, name='*'))
        else:
            bracket = tokens.take('(')
            while not (bracket and tokens.take(')')):
                names.append(self.alias(tokens.name))
                if not tokens.take(','):
                    if bracket:
                        tokens.need(')')
                    break
        return tokens.make(n.ImportFrom, start, module=module, names=names,
                           level=level)

    def type_alias(self):
        tokens = self.tokens
        start = tokens.mark()
        tokens.need('type')
        place = tokens.mark()
        name = tokens.name()
        name = tokens.make(n.Name, place, id=name, ctx=n.Store())
        parameters = self.type_params()
        tokens.need('=')
        return tokens.make(n.TypeAlias, start, name=name,
                           type_params=parameters, value=self.expression())

    def type_params(self):
        tokens = self.tokens
        made = []
        if not tokens.take('['):
            return made
        while not tokens.take(']'):
            start = tokens.mark()
            fields = {}
            if tokens.take('**'):
                kind = n.ParamSpec
            elif tokens.take('*'):
                kind = n.TypeVarTuple
            else:
                kind = n.TypeVar
            fields['name'] = tokens.name()
            if tokens.take(':'):
                fields['bound'] = self.expression()
            if tokens.take('='):
                fields['default_value'] = self.star_expression()
            made.append(tokens.make(kind, start, **fields))
            if not tokens.take(','):
                tokens.need(']')
                break
        return made

    def decorated(self, start):
        tokens = self.tokens
        decorators = []
        while tokens.take('@'):
            decorators.append(self.named())
            tokens.next()
        made = _COMPOUND[tokens.word](self, tokens.mark())
        made.decorator_list = decorators
        return made

    def with_type_params(self, kind, start, parameters, **fields):
        made = self.tokens.make(kind, start, **fields)
        if parameters:
            made.type_params = parameters
        return made

    def function(self, start, kind=n.FunctionDef):
        tokens = self.tokens
        tokens.need('def')
        name = tokens.name()
        parameters = self.type_params()
        tokens.need('(')
        args = self.arguments(')')
        tokens.need(')')
        returns = self.expression() if tokens.take('->') else None
        return self.with_type_params(
            kind, start, parameters, name=name, args=args, returns=returns,
            body=self.block(), decorator_list=[])

    def class_(self, start):
        tokens = self.tokens
        tokens.need('class')
        name = tokens.name()
        parameters = self.type_params()
        bases, keywords = [], []
        if tokens.word == '(':
            bases, keywords = self.call_arguments()
        return self.with_type_params(
            n.ClassDef, start, parameters, name=name, bases=bases,
            keywords=keywords, body=self.block(), decorator_list=[])

    def async_(self, start):
        tokens = self.tokens
        tokens.need('async')
        if tokens.word == 'def':
            return self.function(start, n.AsyncFunctionDef)
        if tokens.word == 'for':
            return self.for_(start, n.AsyncFor)
        return self.with_(start, n.AsyncWith)

    def otherwise(self):
        return self.block() if self.tokens.take('else') else []

    def if_(self, start):
        tokens = self.tokens
        tokens.next()
        test = self.named()
        body = self.block()
        orelse = [self.if_(tokens.mark())] if tokens.word == 'elif' \
            else self.otherwise()
        return tokens.make(n.If, start, test=test, body=body, orelse=orelse)

    def while_(self, start):
        self.tokens.next()
        return self.tokens.make(n.While, start, test=self.named(),
                                body=self.block(), orelse=self.otherwise())

    def for_(self, start, kind=n.For):
        tokens = self.tokens
        tokens.next()
        target = self.targets()
        tokens.need('in')
        return tokens.make(kind, start, target=target,
                           iter=self.star_expressions(), body=self.block(),
                           orelse=self.otherwise())

    def with_(self, start, kind=n.With):
        tokens = self.tokens
        tokens.next()
        items = tokens.attempt(self.items_in_brackets)
        if items is None:
            items = [self.with_item()]
            while tokens.take(','):
                items.append(self.with_item())
        return tokens.make(kind, start, items=items, body=self.block())

    def items_in_brackets(self):
        tokens = self.tokens
        tokens.need('(')
        items = [self.with_item()]
        while tokens.take(',') and tokens.word != ')':
            items.append(self.with_item())
        tokens.need(')')
        if tokens.word != ':':
            raise NotThis
        return items

    def with_item(self):
        value = self.expression()
        target = None
        if self.tokens.take('as'):
            target = set_context(self.binary(), n.Store())
        return n.withitem(context_expr=value, optional_vars=target)

    def try_(self, start):
        tokens = self.tokens
        tokens.need('try')
        body = self.block()
        kind = n.Try
        handlers = []
        while tokens.word == 'except':
            place = tokens.mark()
            tokens.next()
            if tokens.take('*'):
                kind = n.TryStar
            caught = name = None
            if tokens.word != ':':
                caught = self.list_of(self.expression, (':',))
                name = tokens.name() if tokens.take('as') else None
            handlers.append(tokens.make(
                n.ExceptHandler, place, type=caught, name=name,
                body=self.block()))
        orelse = self.otherwise()
        final = self.block() if tokens.take('finally') else []
        return tokens.make(kind, start, body=body, handlers=handlers,
                           orelse=orelse, finalbody=final)

    def match(self):
        tokens = self.tokens
        start = tokens.mark()
        tokens.need('match')
        subject = self.list_of(self.star_expression, (':',))
        tokens.need(':')
        for kind in (NEWLINE, INDENT):
            if tokens.kind != kind:
                raise NotThis
            tokens.next()
        if tokens.word != 'case':
            raise NotThis
        cases = []
        while tokens.take('case'):
            pattern = self.open_pattern()
            guard = self.named() if tokens.take('if') else None
            cases.append(n.match_case(pattern=pattern, guard=guard,
                                      body=self.block()))
        tokens.next()
        return tokens.make(n.Match, start, subject=subject, cases=cases)


_SIMPLE = {'return': Parser.return_, 'raise': Parser.raise_,
           'assert': Parser.assert_, 'del': Parser.delete,
           'global': Parser.global_, 'nonlocal': Parser.nonlocal_,
           'pass': Parser.pass_, 'break': Parser.break_,
           'continue': Parser.continue_, 'import': Parser.import_,
           'from': Parser.from_}
_COMPOUND = {'if': Parser.if_, 'while': Parser.while_, 'for': Parser.for_,
             'with': Parser.with_, 'try': Parser.try_, 'def': Parser.function,
             'class': Parser.class_, 'async': Parser.async_,
             '@': Parser.decorated}
