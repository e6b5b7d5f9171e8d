"""`literal_eval`: values from literals, most often from their text."""

__all__ = ['literal_eval']

import re

from . import _nodes as n

_TOKEN = re.compile(r'''
    \s*(?:
        (?P<string>(?:[bB][rR]?|[rR][bB]?|[uU])?
            (?:"""(?:\\.|[^\\])*?"""|\'\'\'(?:\\.|[^\\])*?\'\'\'
              |"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))
    |   (?P<number>(?:0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+
            |0[bB](?:_?[01])+
            |(?:\d(?:_?\d)*\.?(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*)
                (?:[eE][-+]?\d(?:_?\d)*)?[jJ]?))
    |   (?P<name>[^\W\d]\w*)
    |   (?P<sign>\.\.\.|[][(){},:+-])
    |   (?P<end>\Z)
    )''', re.VERBOSE | re.DOTALL)

_NAMES = {'None': None, 'True': True, 'False': False}


def literal_eval(node_or_string):
    """The value of a text with only literals and displays of them.

    SyntaxError for what is no expression, ValueError for any other one.
    """
    if not isinstance(node_or_string, str):
        if isinstance(node_or_string, n.Expression):
            node_or_string = node_or_string.body
        return _value(node_or_string)
    text = node_or_string.lstrip(' \t')
    compile(text, '<unknown>', 'eval')
    try:
        return _Reader(text).all()
    except _Other:
        pass
    # The tree tells what has no value, and where.
    from . import parse
    return _value(parse(text, mode='eval').body)


class _Other(Exception):
    """There is something else in the text than literals."""


def _value(node):
    if isinstance(node, n.Constant):
        return node.value
    if isinstance(node, n.Tuple):
        return tuple(map(_value, node.elts))
    if isinstance(node, n.List):
        return list(map(_value, node.elts))
    if isinstance(node, n.Set):
        return set(map(_value, node.elts))
    if isinstance(node, n.Dict) and len(node.keys) == len(node.values):
        return dict(zip(map(_value, node.keys), map(_value, node.values)))
    if isinstance(node, n.Call) and isinstance(node.func, n.Name) \
            and node.func.id == 'set' and not node.args and not node.keywords:
        return set()
    if isinstance(node, n.BinOp) and isinstance(node.op, (n.Add, n.Sub)):
        left, right = _signed(node.left), _number(node.right)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, n.Add) \
                else left - right
        _refuse(node)
    return _signed(node)


def _signed(node):
    if isinstance(node, n.UnaryOp) and isinstance(node.op, (n.UAdd, n.USub)):
        value = _number(node.operand)
        return +value if isinstance(node.op, n.UAdd) else -value
    return _number(node)


def _number(node):
    if isinstance(node, n.Constant) \
            and type(node.value) in (int, float, complex):
        return node.value
    _refuse(node)


def _refuse(node):
    line = getattr(node, 'lineno', None)
    place = f' on line {line}' if line else ''
    raise ValueError(f'malformed node or string{place}: {node!r}')


class _Reader:
    """Reads one value after the other; the text is a correct expression."""

    def __init__(self, text):
        # Comments would need a tokenizer; line ends inside of brackets do
        # not matter, and outside there are none.
        self._text = text
        self._at = 0
        self.advance()

    def advance(self):
        found = _TOKEN.match(self._text, self._at)
        if found is None:
            raise _Other
        self.kind = found.lastgroup
        self.token = found[self.kind]
        self._at = found.end()

    def take(self, sign):
        """Whether the next token is this sign; then it is passed."""
        if self.kind == 'sign' and self.token == sign:
            self.advance()
            return True
        return False

    def all(self):
        value = self.sum()
        if self.take(','):
            value = (value,)
            while self.kind != 'end':
                value += (self.sum(),)
                if not self.take(','):
                    break
        if self.kind != 'end':
            raise _Other
        return value

    def sum(self):
        """A value, or a real number plus or minus an imaginary one."""
        left = self.signed()
        while self.kind == 'sign' and self.token in '+-':
            sign = self.token
            self.advance()
            right = self.value()
            if type(left) not in (int, float) or type(right) is not complex:
                raise _Other
            left = left + right if sign == '+' else left - right
        return left

    def signed(self):
        for sign in '+-':
            if self.take(sign):
                value = self.value()
                if type(value) not in (int, float, complex):
                    raise _Other
                return value if sign == '+' else -value
        return self.value()

    def value(self):
        if self.kind == 'number':
            # Nothing but a literal is evaluated.
            number = eval(self.token)
            self.advance()
            return number
        if self.kind == 'string':
            return self.strings()
        if self.kind == 'name' and self.token in _NAMES:
            value = _NAMES[self.token]
            self.advance()
            return value
        if self.kind == 'name' and self.token == 'set':
            self.advance()
            if self.take('(') and self.take(')'):
                return set()
        elif self.take('...'):
            return ...
        elif self.take('('):
            items, comma = self.items(')')
            return tuple(items) if comma or not items else items[0]
        elif self.take('['):
            return self.items(']')[0]
        elif self.take('{'):
            return self.braces()
        raise _Other

    def strings(self):
        value = eval(self.token)
        self.advance()
        while self.kind == 'string':
            value += eval(self.token)
            self.advance()
        return value

    def items(self, end):
        """Values up to a bracket, and whether there was a comma."""
        found, comma = [], False
        while not self.take(end):
            found.append(self.sum())
            if self.take(','):
                comma = True
            elif not (self.kind == 'sign' and self.token == end):
                raise _Other
        return found, comma

    def braces(self):
        if self.take('}'):
            return {}
        first = self.sum()
        if not self.take(':'):
            if self.take('}'):
                return {first}
            if not self.take(','):
                raise _Other
            return {first, *self.items('}')[0]}
        made = {first: self.sum()}
        while self.take(','):
            if self.kind == 'sign' and self.token == '}':
                break
            key = self.sum()
            if not self.take(':'):
                raise _Other
            made[key] = self.sum()
        if not self.take('}'):
            raise _Other
        return made
