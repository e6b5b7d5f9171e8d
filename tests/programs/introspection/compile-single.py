# compile(…, 'single') takes one interactive statement, whose value is shown.
for source in ('1\n2', '1; 2', 'x = 1\ny = 2', 'if 1:\n  3', 'if 1:\n  pass\n', 'def f():\n pass\nx', 'a # x\n# y\n',
               'a\n# c\nb', '1\n2\n3', 'class A: pass\n1', 'while 0:\n  x\n\ny', "x = 1\nx = '",
               'x = [1,\n2]\n\n', 'a b\nc'):
    try:
        code = compile(source, '<input>', 'single')
    except SyntaxError as error:
        print(repr(source), error.msg, error.lineno, error.offset)
    else:
        print(repr(source), 'compiles')
        if 'a #' not in source:
            exec(code)
