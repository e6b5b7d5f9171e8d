import ast
good = ["1", "-1", "+2.5e3", "'a' 'b'", '"""x\ny"""', "b'\\x00' b'z'", "[1, 2, (3,), ()]", "{'a': [1, {2: 3}], 'b': None}",
        "{1, 2, 3}", "set()", "1+2j", "-1-2.5j", "(1)", "1,", "1, 2", "True", "...", "0xff", "1_000", " \t[1,\n 2] ", "{}", "[]",
        "{'a': 1,}", "[1,]", "r'\\n'", "((1, 2), [3])", "'it''s'", "3j", ".5", "5."]
for text in good:
    value = ast.literal_eval(text)
    print(repr(text), type(value).__name__, value)
for text in ["foo", "1 + 2", "f(x)", "[1, x]", "{'a': lambda: 1}", "2 ** 3", "'a' + 'b'", "[x for x in y]", "not True"]:
    try:
        print(ast.literal_eval(text))
    except ValueError as error:
        print(text, type(error).__name__)
for text in ["", "[1", "1 2", "{'a': }", "(", "'abc"]:
    try:
        print(ast.literal_eval(text))
    except SyntaxError as error:
        print(text, type(error).__name__)

import re

for text in ('1+1', 'f()', 'x', '[1,\n f()]', '1 if 2 else 3', '-x', '{**a}',
             '(1, 2)[0]', '{1: 2, 3}', '1 +', 'f"{1}"', '- - 1', '1, x'):
    try:
        print(ast.literal_eval(text))
    except (SyntaxError, ValueError) as error:
        kind = error.msg if isinstance(error, SyntaxError) else str(error)
        print(re.sub(' at 0x[0-9a-f]*', '', kind))
