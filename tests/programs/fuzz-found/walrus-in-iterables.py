# No assignment expression in what a comprehension goes through, lambdas included.
sources = ['(lambda: (w := 1))', '(lambda x=(w := 1): 1)', '[b for b in c if (w := 1)]',
           '[(w := 1) for b in c]', 'b if (w := 1)', 'b for c in (w := 2)',
           'b for c in (lambda: (w := 2))', '(lambda: [z for z in q])',
           '(lambda: [(w := 1) for z in q])', 'b if (lambda: (w := 1))']
for source in sources:
    try:
        compile(f'[1 for a in {source}]', 'f', 'eval')
        print('compiles', source)
    except SyntaxError as error:
        print(error.msg, source)
