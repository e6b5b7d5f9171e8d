"""Texts of expressions and patterns, with the brackets that they need."""

from . import _nodes as n

# How tightly things bind; what stands in a looser place needs brackets.
(NAMED, TUPLE, YIELD, TEST, OR, AND, NOT, COMPARISON, BIT_OR, BIT_XOR, BIT_AND,
 SHIFT, SUM, TERM, FACTOR, POWER, AWAIT, ATOM) = range(18)

_BINARY = {
    'BitOr': ('|', BIT_OR), 'BitXor': ('^', BIT_XOR), 'BitAnd': ('&', BIT_AND),
    'LShift': ('<<', SHIFT), 'RShift': ('>>', SHIFT), 'Add': ('+', SUM),
    'Sub': ('-', SUM), 'Mult': ('*', TERM), 'MatMult': ('@', TERM),
    'Div': ('/', TERM), 'FloorDiv': ('//', TERM), 'Mod': ('%', TERM),
    'Pow': ('**', POWER)}
_COMPARE = {'Eq': '==', 'NotEq': '!=', 'Lt': '<', 'LtE': '<=', 'Gt': '>',
            'GtE': '>=', 'Is': 'is', 'IsNot': 'is not', 'In': 'in',
            'NotIn': 'not in'}
_UNARY = {'Invert': ('~', FACTOR), 'Not': ('not ', NOT), 'UAdd': ('+', FACTOR),
          'USub': ('-', FACTOR)}
_QUOTES = ("'", '"', '"""', "'''")
# Larger than any float: what `inf` is written as.
_INFINITY = '1e309'


class Expressions:
    """A method for each class of nodes: its text, and how tightly it binds."""

    def text(self, node, place=TEST):
        """The text of a node in a place that binds so tightly."""
        text, level = getattr(self, 'of_' + type(node).__name__)(node)
        return f'({text})' if level < place else text

    def after(self, node, place=TEST):
        """A space and the text, or nothing."""
        return '' if node is None else ' ' + self.text(node, place)

    def commas(self, nodes):
        return ', '.join([self.text(node) for node in nodes])

    def binary_sign(self, operator):
        return _BINARY[type(operator).__name__][0]

    def of_Name(self, node):
        return node.id, ATOM

    def of_Constant(self, node):
        value = node.value
        if isinstance(value, tuple):
            inner = ', '.join([self.of_Constant(n.Constant(item))[0]
                               for item in value])
            return f'({inner}{"," if len(value) == 1 else ""})', ATOM
        if value is ...:
            return '...', ATOM
        if isinstance(value, (float, complex)):
            text = repr(value).replace('inf', _INFINITY).replace(
                'nan', f'({_INFINITY}-{_INFINITY})')
            return text, ATOM
        prefix = 'u' if getattr(node, 'kind', None) == 'u' else ''
        return prefix + repr(value), ATOM

    def of_NamedExpr(self, node):
        return (f'{self.text(node.target, ATOM)} := '
                f'{self.text(node.value, ATOM)}'), NAMED

    def of_BoolOp(self, node):
        word, level = ('and', AND) if isinstance(node.op, n.And) \
            else ('or', OR)
        # Each value is put in a tighter place than the one before.
        return f' {word} '.join(
            [self.text(value, min(level + at, ATOM))
             for at, value in enumerate(node.values, 1)]), level

    def of_BinOp(self, node):
        sign, level = _BINARY[type(node.op).__name__]
        left, right = (level + 1, level) if sign == '**' else \
            (level, level + 1)
        return (f'{self.text(node.left, left)} {sign} '
                f'{self.text(node.right, right)}'), level

    def of_UnaryOp(self, node):
        sign, level = _UNARY[type(node.op).__name__]
        return sign + self.text(node.operand, level), level

    def of_Lambda(self, node):
        args = self.arguments(node.args)
        return (f'lambda{" " if args else ""}{args}: '
                f'{self.text(node.body)}'), TEST

    def of_IfExp(self, node):
        return (f'{self.text(node.body, TEST + 1)} if '
                f'{self.text(node.test, TEST + 1)} else '
                f'{self.text(node.orelse)}'), TEST

    def of_Dict(self, node):
        items = []
        for key, value in zip(node.keys, node.values):
            if key is None:
                items.append('**' + self.text(value, BIT_OR))
            else:
                items.append(f'{self.text(key)}: {self.text(value)}')
        return '{' + ', '.join(items) + '}', ATOM

    def of_Set(self, node):
        if not node.elts:
            return '{*()}', ATOM
        return '{' + self.commas(node.elts) + '}', ATOM

    def of_List(self, node):
        return f'[{self.commas(node.elts)}]', ATOM

    def of_Tuple(self, node):
        if not node.elts:
            return '()', ATOM
        comma = ',' if len(node.elts) == 1 else ''
        return self.commas(node.elts) + comma, TUPLE

    def generators(self, node):
        texts = []
        for item in node.generators:
            text = ' async for ' if item.is_async else ' for '
            text += (f'{self.text(item.target, TUPLE)} in '
                     f'{self.text(item.iter, TEST + 1)}')
            for condition in item.ifs:
                text += f' if {self.text(condition, TEST + 1)}'
            texts.append(text)
        return ''.join(texts)

    def of_ListComp(self, node):
        return f'[{self.text(node.elt)}{self.generators(node)}]', ATOM

    def of_SetComp(self, node):
        return '{' + self.text(node.elt) + self.generators(node) + '}', ATOM

    def of_DictComp(self, node):
        pair = f'{self.text(node.key)}: {self.text(node.value)}'
        return '{' + pair + self.generators(node) + '}', ATOM

    def of_GeneratorExp(self, node):
        return f'({self.text(node.elt)}{self.generators(node)})', ATOM

    def of_Await(self, node):
        return 'await' + self.after(node.value, ATOM), AWAIT

    def of_Yield(self, node):
        return 'yield' + self.after(node.value, ATOM), YIELD

    def of_YieldFrom(self, node):
        return 'yield from' + self.after(node.value, ATOM), YIELD

    def of_Compare(self, node):
        text = self.text(node.left, COMPARISON + 1)
        for operator, other in zip(node.ops, node.comparators):
            text += (f' {_COMPARE[type(operator).__name__]} '
                     f'{self.text(other, COMPARISON + 1)}')
        return text, COMPARISON

    def of_Call(self, node):
        inner = self.commas([*node.args, *node.keywords])
        return f'{self.text(node.func, ATOM)}({inner})', ATOM

    def of_keyword(self, node):
        if node.arg is None:
            return '**' + self.text(node.value), ATOM
        return f'{node.arg}={self.text(node.value)}', ATOM

    def of_Attribute(self, node):
        value = self.text(node.value, ATOM)
        if isinstance(node.value, n.Constant) \
                and isinstance(node.value.value, int):
            # `1.x` would be a number.
            value += ' '
        return f'{value}.{node.attr}', ATOM

    def of_Subscript(self, node):
        inner = node.slice
        if isinstance(inner, n.Tuple) and inner.elts:
            index = self.of_Tuple(inner)[0]
        else:
            index = self.text(inner)
        return f'{self.text(node.value, ATOM)}[{index}]', ATOM

    def of_Starred(self, node):
        return '*' + self.text(node.value, BIT_OR), ATOM

    def of_Slice(self, node):
        text = ''
        if node.lower is not None:
            text = self.text(node.lower)
        text += ':'
        if node.upper is not None:
            text += self.text(node.upper)
        if node.step is not None:
            text += ':' + self.text(node.step)
        return text, ATOM

    def of_JoinedStr(self, node):
        body = self.f_body(node)
        quotes = [quote for quote in _QUOTES if quote not in body
                  and (len(quote) == 3 or '\n' not in body)]
        if not quotes:
            raise ValueError('Unable to avoid backslash in f-string '
                             'expression part')
        quote = quotes[0]
        for other in quotes:
            if not body.endswith(other[0]):
                quote = other
                break
        return f'f{quote}{body}{quote}', ATOM

    def f_body(self, node):
        parts = []
        for value in node.values:
            if isinstance(value, n.Constant):
                text = value.value.replace('{', '{{').replace('}', '}}')
                parts.append(_escaped(text))
            else:
                parts.append(self.f_field(value))
        return ''.join(parts)

    def f_field(self, node):
        inner = self.text(node.value, TEST + 1)
        if '\\' in inner:
            raise ValueError('Unable to avoid backslash in f-string '
                             'expression part')
        text = '{' + (' ' if inner.startswith('{') else '') + inner
        if node.conversion != -1:
            text += '!' + chr(node.conversion)
        if node.format_spec is not None:
            text += ':' + ''.join([
                value.value if isinstance(value, n.Constant)
                else self.f_field(value)
                for value in node.format_spec.values])
        return text + '}'

    def of_FormattedValue(self, node):
        return self.of_JoinedStr(n.JoinedStr(values=[node]))

    def docstring(self, node):
        """A docstring between three quotes, in lines of its own."""
        text = _escaped(node.value, keeps='\n\t')
        prefix = 'u' if node.kind == 'u' else ''
        quotes = [quote for quote in _QUOTES[2:] if quote not in text]
        if not quotes:
            return prefix + repr(node.value)
        for quote in quotes:
            if not text.endswith(quote[0]):
                return prefix + quote + text + quote
        return f'{prefix}{quotes[0]}{text[:-1]}\\{text[-1]}{quotes[0]}'

    def of_arg(self, node):
        if node.annotation is None:
            return node.arg, ATOM
        return f'{node.arg}: {self.text(node.annotation)}', ATOM

    def arguments(self, node):
        parts = []
        positional = [*node.posonlyargs, *node.args]
        plain = len(positional) - len(node.defaults)
        for at, arg in enumerate(positional):
            text = self.text(arg)
            if at >= plain:
                text += f'={self.text(node.defaults[at - plain])}'
            parts.append(text)
            if at + 1 == len(node.posonlyargs):
                parts.append('/')
        if node.vararg is not None:
            parts.append('*' + self.text(node.vararg))
        elif node.kwonlyargs:
            parts.append('*')
        for arg, default in zip(node.kwonlyargs, node.kw_defaults):
            text = self.text(arg)
            if default is not None:
                text += f'={self.text(default)}'
            parts.append(text)
        if node.kwarg is not None:
            parts.append('**' + self.text(node.kwarg))
        return ', '.join(parts)

    def of_arguments(self, node):
        return self.arguments(node), ATOM

    def of_alias(self, node):
        return node.name + (f' as {node.asname}' if node.asname else ''), ATOM

    def of_MatchValue(self, node):
        return self.text(node.value), ATOM

    def of_MatchSingleton(self, node):
        return repr(node.value), ATOM

    def of_MatchSequence(self, node):
        return f'[{self.commas(node.patterns)}]', ATOM

    def of_MatchStar(self, node):
        return f'*{node.name or "_"}', ATOM

    def of_MatchMapping(self, node):
        items = [f'{self.text(key)}: {self.text(pattern)}'
                 for key, pattern in zip(node.keys, node.patterns)]
        if node.rest is not None:
            items.append(f'**{node.rest}')
        return '{' + ', '.join(items) + '}', ATOM

    def of_MatchClass(self, node):
        items = [self.text(pattern) for pattern in node.patterns]
        items += [f'{name}={self.text(pattern)}' for name, pattern in
                  zip(node.kwd_attrs, node.kwd_patterns)]
        return f'{self.text(node.cls, ATOM)}({", ".join(items)})', ATOM

    def of_MatchAs(self, node):
        if node.pattern is None:
            return node.name or '_', ATOM
        return f'{self.text(node.pattern, BIT_OR)} as {node.name}', TEST

    def of_MatchOr(self, node):
        return ' | '.join([self.text(pattern, BIT_OR + 1)
                           for pattern in node.patterns]), BIT_OR


def _escaped(text, keeps=''):
    """A text as it can stand between quotes."""
    return ''.join([
        sign if sign in keeps or sign.isprintable() and sign != '\\'
        else repr(sign)[1:-1] for sign in text])
