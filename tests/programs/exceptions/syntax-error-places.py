# Where a SyntaxError begins and ends.
def show(text):
    try:
        compile(text, "text.py", "exec")
        print(repr(text), "compiles")
    except SyntaxError as error:
        places = error.lineno, error.offset, error.end_lineno, error.end_offset
        print(repr(text), error.msg, *places, repr(error.text))


for text in (
    '{"a": 1, "b" 2}\n',
    '{"a": 1,\n "b": 2\n "c": 3}\n',
    "foo(a, b\n z)\n",
    "foo(a, b=case z)\n",
    "foo(*a b)\n",
    "foo(a, b if c d)\n",
    "try:\n    x = 1\n",
    "try:\n    x = 1\n\n\n",
    "def f():\n    try:\n        x = 1\nx\n",
    "a, b = 1, 2 = c\n",
    "a, 1 = b\n",
    "(a, b) := 1\n",
    "def f(): from x import *\n",
    "from __future__ import foo\n",
    "from __future__ import braces\n",
    "from x import *,a\n",
    "(**a)\n",
    "{*a: 1}\n",
    "{a: **b}\n",
    "[yield x]\n",
    "def f(): x + yield y\n",
    "a if b = 1\n",
    "x = \\\n",
    "1e+\n",
    'match x:\n  case {"a": 1, **r, "b": 2}: pass\n',
):
    show(text)
