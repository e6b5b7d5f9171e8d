"""Source that has a given tree."""

from . import _nodes as n
from ._unparse_expressions import TUPLE, YIELD, Expressions

__all__ = ['unparse']


def unparse(ast_obj):
    """The text, without comments and with a layout of its own."""
    writer = _Writer()
    writer.write(ast_obj)
    return ''.join(writer.parts).lstrip('\n')


def unparse_in_place(tree):
    """The text, with statements in the lines that the nodes tell."""
    writer = _Writer(in_place=True)
    writer.write(tree)
    return ''.join(writer.parts)


class _Writer(Expressions):
    """Writes statements; a method for each class of nodes."""

    def __init__(self, in_place=False):
        super().__init__()
        self.parts = []
        self.indent = 0
        self.in_place = in_place
        self.row = 1

    def write(self, node):
        if isinstance(node, list):
            for item in node:
                self.write(item)
        elif isinstance(node, n.stmt):
            getattr(self, type(node).__name__)(node)
        elif isinstance(node, n.Module):
            self.body_with_docstring(node)
        elif isinstance(node, n.Interactive):
            self.write(node.body)
        elif isinstance(node, n.Expression):
            self.parts.append(self.text(node.body))
        elif isinstance(node, n.AST):
            self.parts.append(self.text(node))
        else:
            raise TypeError(f'expected AST, got {type(node).__name__!r}')

    def line(self, text, node=None, blank=False):
        """One line, or a text that has several."""
        wanted = getattr(node, 'lineno', None)
        if not self.in_place:
            self.parts.append('\n' * (1 + (blank and bool(self.parts)))
                              + '    ' * self.indent + text)
            return
        if self.row > 1 or self.parts:
            self.parts.append('\n')
            self.row += 1
        if wanted is not None and wanted > self.row:
            self.parts.append('\n' * (wanted - self.row))
            self.row = wanted
        self.parts.append('    ' * self.indent + text)
        self.row += text.count('\n')

    def block(self, body):
        self.indent += 1
        self.write(body)
        self.indent -= 1

    def body_with_docstring(self, node):
        body = node.body
        first = body[0] if body else None
        if isinstance(first, n.Expr) and isinstance(first.value, n.Constant) \
                and isinstance(first.value.value, str):
            self.line(self.docstring(first.value), first)
            body = body[1:]
        self.write(body)

    def Expr(self, node):
        self.line(self.text(node.value, YIELD), node)

    def Pass(self, node):
        self.line('pass', node)

    def Break(self, node):
        self.line('break', node)

    def Continue(self, node):
        self.line('continue', node)

    def Return(self, node):
        self.line('return' + self.after(node.value), node)

    def Delete(self, node):
        self.line('del ' + self.commas(node.targets), node)

    def Assign(self, node):
        targets = ''.join(f'{self.text(target, TUPLE)} = '
                          for target in node.targets)
        self.line(targets + self.text(node.value), node)

    def TypeAlias(self, node):
        self.line(f'type {self.text(node.name)}'
                  f'{self.type_params(node)} = {self.text(node.value)}', node)

    def AugAssign(self, node):
        sign = self.binary_sign(node.op)
        self.line(f'{self.text(node.target)} {sign}= '
                  f'{self.text(node.value)}', node)

    def AnnAssign(self, node):
        target = self.text(node.target)
        if not node.simple and isinstance(node.target, n.Name):
            target = f'({target})'
        value = ''
        if node.value is not None:
            value = f' = {self.text(node.value)}'
        self.line(f'{target}: {self.text(node.annotation)}{value}', node)

    def Raise(self, node):
        text = 'raise' + self.after(node.exc)
        if node.cause is not None:
            text += f' from {self.text(node.cause)}'
        self.line(text, node)

    def Assert(self, node):
        text = f'assert {self.text(node.test)}'
        if node.msg is not None:
            text += f', {self.text(node.msg)}'
        self.line(text, node)

    def aliases(self, names):
        return ', '.join(
            item.name + (f' as {item.asname}' if item.asname else '')
            for item in names)

    def Import(self, node):
        self.line(f'import {self.aliases(node.names)}', node)

    def ImportFrom(self, node):
        self.line(f'from {"." * (node.level or 0)}{node.module or ""} '
                  f'import {self.aliases(node.names)}', node)

    def Global(self, node):
        self.line(f'global {", ".join(node.names)}', node)

    def Nonlocal(self, node):
        self.line(f'nonlocal {", ".join(node.names)}', node)

    def For(self, node, word='for'):
        self.line(f'{word} {self.text(node.target, TUPLE)} in '
                  f'{self.text(node.iter)}:', node)
        self.block(node.body)
        self.otherwise(node.orelse)

    def AsyncFor(self, node):
        self.For(node, 'async for')

    def While(self, node):
        self.line(f'while {self.text(node.test)}:', node)
        self.block(node.body)
        self.otherwise(node.orelse)

    def otherwise(self, body):
        if body:
            self.line('else:')
            self.block(body)

    def If(self, node, word='if'):
        self.line(f'{word} {self.text(node.test)}:', node)
        self.block(node.body)
        if len(node.orelse) == 1 and isinstance(node.orelse[0], n.If):
            self.If(node.orelse[0], 'elif')
        else:
            self.otherwise(node.orelse)

    def With(self, node, word='with'):
        items = []
        for item in node.items:
            text = self.text(item.context_expr)
            if item.optional_vars is not None:
                text += f' as {self.text(item.optional_vars)}'
            items.append(text)
        self.line(f'{word} {", ".join(items)}:', node)
        self.block(node.body)

    def AsyncWith(self, node):
        self.With(node, 'async with')

    def Try(self, node, word='except'):
        self.line('try:', node)
        self.block(node.body)
        for handler in node.handlers:
            text = word + self.after(handler.type)
            if handler.name:
                text += f' as {handler.name}'
            self.line(text + ':', handler)
            self.block(handler.body)
        self.otherwise(node.orelse)
        if node.finalbody:
            self.line('finally:')
            self.block(node.finalbody)

    def TryStar(self, node):
        self.Try(node, 'except*')

    def Match(self, node):
        self.line(f'match {self.text(node.subject)}:', node)
        self.indent += 1
        for case in node.cases:
            text = f'case {self.text(case.pattern)}'
            if case.guard is not None:
                text += f' if {self.text(case.guard)}'
            self.line(text + ':', case.pattern)
            self.block(case.body)
        self.indent -= 1

    def decorators(self, node):
        blank = True
        for decorator in node.decorator_list:
            self.line('@' + self.text(decorator), decorator, blank)
            blank = False
        return blank

    def type_params(self, node):
        parameters = getattr(node, 'type_params', ())
        if not parameters:
            return ''
        texts = []
        for item in parameters:
            text = {'ParamSpec': '**', 'TypeVarTuple': '*'}.get(
                type(item).__name__, '') + item.name
            if getattr(item, 'bound', None) is not None:
                text += f': {self.text(item.bound)}'
            if item.default_value is not None:
                text += f' = {self.text(item.default_value)}'
            texts.append(text)
        return f'[{", ".join(texts)}]'

    def FunctionDef(self, node, word='def'):
        blank = self.decorators(node)
        returns = ''
        if node.returns is not None:
            returns = f' -> {self.text(node.returns)}'
        self.line(f'{word} {node.name}{self.type_params(node)}'
                  f'({self.arguments(node.args)}){returns}:', node, blank)
        self.indent += 1
        self.body_with_docstring(node)
        self.indent -= 1

    def AsyncFunctionDef(self, node):
        self.FunctionDef(node, 'async def')

    def ClassDef(self, node):
        blank = self.decorators(node)
        parts = [self.text(item) for item in [*node.bases, *node.keywords]]
        bases = f'({", ".join(parts)})' if parts else ''
        self.line(f'class {node.name}{self.type_params(node)}{bases}:', node,
                  blank)
        self.indent += 1
        self.body_with_docstring(node)
        self.indent -= 1
