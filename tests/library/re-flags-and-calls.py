import re


def tell(call):
    try:
        print(repr(call()))
    except re.error as error:
        print(error, error.pattern, error.pos)
    except Exception as error:
        print(type(error).__name__, error)


print('-- functions that give None')
print(repr(re.sub('b', lambda match: None, 'abc')))
print(repr(re.sub('.', {'a': 'x'}.get, 'abc')))
print(re.subn('.', lambda match: None, 'abc'), re.sub(b'b', lambda m: None, b'abc'))

print('-- flags')
for flags in ('i', 1.5, None, [], re.A | re.U, re.I | 0):
    tell(lambda: re.compile('a', flags))
tell(lambda: re.compile(b'a', re.A | re.L))
tell(lambda: re.compile([]))
tell(lambda: re.sub('a', 'b', 'c', 'x'))
tell(lambda: re.sub('a', 'b', 'c', None))
tell(lambda: re.split('a', 'b', 'x'))
tell(lambda: re.split('a', 'bab', True))

print('-- flags in patterns')
for pattern in ('(?au)a', '(?aL)a', '(?ua)', '(?i-i:a)', '(?i-m:a)',
                '(?i-im:a)', '(?-i)a', '(?i-)', '(?i-:a)', '(?i', '(?i-',
                '(?iz)', '(?i-z:a)', '(?a-i:a)', '(?i-a:a)', '(?L)a',
                '(?iu:a)', '(?au:b)', 'x(?i)a', '(?ss:a)', '(?-:a)', '(?L:a)',
                '(?', '(?-', '(?-u:a)', '(?i-mm:a)', '(?i-m', '(?i-m-:a)',
                '(?i-1:a)', '(?i1)', '(?i--m:a)', '(?<=a+)b', '(?<!a|bc)d'):
    tell(lambda: re.compile(pattern))
    tell(lambda: re.compile(pattern.encode()))
print(re.compile(b'(?a)x').flags, re.findall(r'(?a:\w)+', 'aé'),
      re.findall(rb'(?a:\w)', 'aé'.encode()))

print('-- methods')
a = re.compile('a')
match = a.match('a')
for call in (lambda: a.match(), lambda: a.sub('x'), lambda: a.sub(),
             lambda: a.split(), lambda: a.findall(), lambda: a.match(1, 2, 3, 4),
             lambda: a.match('a', x=1), lambda: a.match('a', string='b'),
             lambda: a.sub('x', 'y', 'z'), lambda: a.match('a', 'b'),
             lambda: a.sub('a', 'b', 1, 2), lambda: match.span(1, 2),
             lambda: match.expand(), lambda: match.groups(1, 2),
             lambda: match.group(1), lambda: match.start('x'),
             lambda: a.sub(repl='x', string='a')):
    tell(call)
