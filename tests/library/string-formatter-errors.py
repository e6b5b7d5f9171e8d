import string

for text in ('{0!}', '{!r', '{0!r', '{0!', '{', '}', '{0', '{0:', '{0:{',
             '{0:{}', '{0!rx}', '{0!rx:}', '{0!r:', '{0[', '{0[}', '{0[]}',
             '{0.}', '{a{b}}', '{0!{1}}', '{0!!}', '{0!:}', 'a{', 'a}b', '{{}',
             '{}}', '{0:{1!}}', '{0:{{}', '{:}{', '{0!a', '{0!r}}', '{0!r }',
             '{0:}!', '{0[a!r]}', '{0:!r}', '{!r:{', '{0!r{', '{0[{]}',
             '{0:{1}}', '{0!r:>6}', 'a{0}b{{c}}{1!s:>{2}}'):
    for call in (string.Formatter().format, str.format):
        try:
            print(repr(text), repr(call(text, 'v', 'w', 5)))
        except Exception as error:
            print(repr(text), type(error).__name__, error)
    try:
        print(list(string.Formatter().parse(text)))
    except ValueError as error:
        print(error)
