# Tokens of source, and source of tokens.
import io
import token
import tokenize

SOURCE = '''# a comment
def f(x, *, y=0x_ff):  # why
    """doc
    string"""
    if x <= 1_000.5e-3j and \\
            y != rb'a\\'b':
\treturn (x,
            f"{y!r}")

    z: int = ...

class A: pass
print("end") ; x @= y'''.replace('\t', '        ')

tokens = list(tokenize.generate_tokens(io.StringIO(SOURCE).readline))
for item in tokens:
    print(token.tok_name[item.exact_type], repr(item.string), item.start,
          item.end)
print(tokens[0])
print(tokenize.untokenize(tokens) == SOURCE)
print(tokenize.untokenize(item[:2] for item in tokens))

latin = '# -*- coding: latin-1 -*-\nx = "\xe9"\n'.encode('latin-1')
print([item.string for item in tokenize.tokenize(io.BytesIO(latin).readline)])
for lines in [[b'\xef\xbb\xbfx\n'], [b'\n', b'# coding: utf8\n'], [],
              [b'# coding: no-such-codec\n']]:
    try:
        print(tokenize.detect_encoding(iter(lines).__next__))
    except SyntaxError as problem:
        print(problem)
for wrong in ['(1,\n', '"""x\n', 'if x:\n        y\n    z\n', "x = 'torn\n"]:
    try:
        found = tokenize.generate_tokens(io.StringIO(wrong).readline)
        print([item.string for item in found])
    except (tokenize.TokenError, IndentationError) as problem:
        print(type(problem).__name__, problem.args[0])
