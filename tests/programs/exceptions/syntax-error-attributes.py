# What a SyntaxError knows of its place depends on who found fault: the reader
# of tokens, the parser, or what comes behind it.
import ast


def show(make):
    try:
        make()
        print("compiles")
    except SyntaxError as error:
        print(
            type(error).__name__,
            error.lineno,
            error.offset,
            error.end_lineno,
            error.end_offset,
            repr(error.text),
            error.msg,
        )


for text in (
    "return 1",
    "yield 1",
    "await x",
    "def f(a, a): pass",
    "def f():\n    x = 1\n    global x",
    "nonlocal x",
    'print("a"))',
    "x = 'it's fine'",
    "x = 012",
    "x = 1abc",
    "x = 0b12",
    "x = \\ 1",
    "print(\u201chello\u201d)",
    "{'a': 1, 'b'}",
    "raise x, y",
    "if x:\n    if y:\nz = 1",
    "if 1:\n\tif 1:\n\t        x\n\t\ty",
):
    show(lambda: compile(text, "f", "exec"))
show(lambda: ast.parse("return 1"))
show(lambda: exec("break"))
show(lambda: eval("print 1"))
show(lambda: eval("await x"))
