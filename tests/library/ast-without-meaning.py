# What only the compiler finds is no error of `ast.parse`.
import ast

for source in (
        'return 1', 'break', 'def f(a, a): pass', 'nonlocal x',
        'match x:\n case [a] | None: pass',
        'match x:\n case y: pass\n case z: pass',
        'for x in y:\n def f(): continue', 'from __future__ import nope',
        'x = 1\nfrom __future__ import annotations', 'a, *b, *c = d', '*a',
        'try: pass\nexcept: pass\nexcept E: pass',
        'match x:\n case {"a": 1, "a": 2}: pass',
        'match x:\n case A(b=1, b=2): pass', 'match x:\n case [a, a]: pass',
        '*a = b', '[x := 1 for x in y]',
        'class C:\n [y := 1 for x in y]', 'del *a', '__debug__ = 1',
        'f(a=1, a=2)', 'async def f():\n yield from x', 'f() = 1', 'x = (*a)',
        'a b'):
    try:
        print(ast.unparse(ast.parse(source)).replace('\n', '|'))
    except SyntaxError as error:
        print(repr(source), 'SyntaxError', error)
    try:
        compile(source, 'x', 'exec')
    except SyntaxError as error:
        print('   ', error.msg)
