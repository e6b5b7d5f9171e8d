# Trees: made, shown, gone through, changed, written as text and compiled.
import ast

SOURCE = '''
"""Docs."""
from .a import b as c
@deco(1)
async def f(x, /, y: int = 2, *rest, z=(1, 2), **more) -> None:
    """Inner docs."""
    async for i, *j in g(*x, k=-1, **y):
        await h[i:2, ...] if not i else (yield)
    return [a for a in b if a < 1 != 2 and c or d]
class K(B, metaclass=M):
    x: int = 1
    del a, b.c
try:
    x += f'{x!r:>{w}} {{}} {y=}' 'tail'
except* (A, B) as e:
    raise e from None
match v:
    case [1, *_, {'k': w, **r}] | P(1, q=-2) as t if (n := t): ...
with (open(a) as b, c): global g
lambda *, k=1: {**k, 'a': {1, 2}}
'''
tree = ast.parse(SOURCE)
print(ast.dump(tree))
print(ast.dump(ast.parse('x = y.z[0]\n', mode='exec'), indent=2,
               include_attributes=True))
print(ast.unparse(tree))
print(ast.get_docstring(tree), ast.get_docstring(tree.body[2]))
print([type(node).__name__ for node in ast.walk(tree.body[3])])
print(ast.get_source_segment(SOURCE, tree.body[3].body[0].annotation))


class Names(ast.NodeVisitor):
    def visit_Name(self, node):
        print(node.id, type(node.ctx).__name__, node.lineno, node.col_offset)


class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node)


Names().visit(ast.parse('für, y = z\ndel für.x'))
tree = Double().visit(ast.parse('def f():\n    return [1, "a"]\n\nprint(f())'))
exec(compile(tree, 'made', 'exec'))
made = ast.Expression(ast.BinOp(ast.Constant(20), ast.Add(), ast.Constant(1)))
print(eval(compile(ast.fix_missing_locations(made), 'made', 'eval')))
try:
    exec(compile(ast.parse('\n\n1 / 0\n'), 'made', 'exec'))
except ZeroDivisionError as problem:
    print(problem.__traceback__.tb_next.tb_lineno)
for wrong in (ast.Constant(1), ast.Module([ast.Pass()], [])):
    try:
        compile(wrong, 'made', 'exec')
    except TypeError as problem:
        print(problem)
print(ast.literal_eval(ast.parse('{"a": (1, -2.5, {3})}', mode='eval')))
