# An expression that ends too early has no place where it is wrong.
for text in ["1 +", "not", "a.", "x = 1", "1 2", "a if b else", "lambda:", "1\n+", "# c", ""]:
    try:
        compile(text, "f", "eval")
    except SyntaxError as error:
        print(repr(text), error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, repr(error.text))
