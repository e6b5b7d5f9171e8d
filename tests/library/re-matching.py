# re: search, match, fullmatch, groups and match objects.
import re
m = re.search(r'(?P<y>\d{4})-(?P<m>\d\d)(-(?P<d>\d\d))?', 'on 2024-05 ok')

for source in r'''
m.group(), m.group(0), m.group(1), m.group('m'), m.group(1, 'm', 4), m[0], m['y'], m[2], m.groups(), m.groups('none'), m.groupdict(), m.groupdict(0), m.start(), m.end(), m.span(), m.span('m'), m.start('d'), m.span(4), m.pos, m.endpos, m.lastindex, m.lastgroup, m.string, m.re.pattern, m.regs
m.expand(r'\2/\1 \g<y> \g<0>'), m.expand('plain\\n'), bool(m), repr(m), m.re.groups, m.re.groupindex, type(m).__name__
re.match('b', 'abc'), re.match('a', 'abc'), re.search('b', 'abc'), re.fullmatch('abc', 'abc'), re.fullmatch('ab', 'abc'), re.match('', '').span(), re.fullmatch('a|ab', 'ab').group()
re.findall(r'\d+', 'a1b22'), re.findall(r'(\w)(\d)', 'a1b2'), re.findall(r'(x)?y', 'xyy'), re.findall('', 'ab'), re.findall(r'\b', 'ab c'), [x.span() for x in re.finditer('a*', 'baac')]
re.split(r'[,;]', 'a,b;c'), re.split(r'([,;])', 'a,b;c'), re.split(',', 'a,b,c', 1), re.split(',', 'a,b,c', maxsplit=1), re.split('x*', 'axbc'), re.split(r'(a)|b', 'xaybz'), re.split('z', 'abc')
re.sub('a', 'b', 'aXa'), re.sub('a', 'b', 'aaa', count=2), re.sub(r'(\w)(\d)', r'\2\1', 'a1b2'), re.sub(r'(?P<n>x)', r'<\g<n>\g<1>>', 'axa'), re.sub('x*', '-', 'abxd'), re.sub('a', lambda k: k.group().upper(), 'banana'), re.subn('a', '', 'banana'), re.sub('b', r'\\', 'abc'), re.sub('b', '\\n', 'abc'), re.sub(r'(a)|b', r'[\1]', 'ab')
re.escape('a.b*c [x]\n-é_'), re.escape(b'a.b'), re.compile('a').pattern, re.compile('a', re.I).flags, re.compile('A', re.I).match('a').group(), re.compile(re.compile('x')).pattern, re.compile('a') == re.compile('a'), repr(re.compile('a\n', re.I | re.M)), re.compile('(?i)a').flags, re.purge()
re.compile('b').search('abcb', 2).span(), re.compile('^b').match('ab', 1), re.compile('b').match('ab', 1), re.compile('a').fullmatch('ba', 1).span(), re.compile('.').findall('abc', 1, 2), re.compile('$').search('ab', 0, 1).span()
re.match(r'(a)(?:b)(?=c)', 'abc').span(), re.match(r'a(?!b)', 'ab'), re.search(r'(?<=a)b', 'ab').span(), re.search(r'(?<!a)b', 'ab cb').span(), re.match(r'(a)\1', 'aa').span(), re.match(r'(?P<q>["\']).*?(?P=q)', '"a"b"').group(), re.match(r'(a)?(?(1)b|c)', 'ab').group(), re.match(r'(?:(a)|b)*', 'ab').groups(), re.match(r'(?x) a # comment' + '\n b', 'ab').group(), re.match('a{2,3}?', 'aaaa').group(), re.match('a{,2}', 'aaa').group(), re.match('a++b', 'aab').group(), re.match('(?>a*)b', 'aab').group()
re.findall(r'^\w', 'a\nb', re.M), re.findall(r'\w$', 'a\nb'), re.match('.', '\n'), re.match('.', '\n', re.S).group(), re.findall(r'\A\w|\w\Z', 'ab\nc'), re.findall(r'(?i:A)b', 'ab Ab AB'), re.findall(r'[\w-]+|[^\s]', 'a-b !'), re.findall(r'\w', 'é_1ß', re.A), re.findall(r'\d', '1٣'), re.findall(r'[a-c\]]', 'abd]'), re.findall('ſ', 'S', re.I), re.findall(rb'\w', b'a\xe9')
m.group(9)
m.group('nope')
m['nope']
m.start('nope')
re.compile('(')
re.compile(')')
re.compile('[a')
re.compile('*')
re.compile('a**')
re.compile('(?P<1>a)')
re.compile('(?P<a>x)(?P<a>y)')
re.compile(r'\1')
re.compile('(?P=x)')
re.compile('a{3,1}')
re.compile('(?<=a*)b')
re.compile('(?z)')
re.compile('a\\')
re.compile('[b-a]')
re.compile(r'\q')
re.sub('a', r'\1', 'a')
re.sub('(a)', r'\g<2>', 'a')
re.sub('a', r'\q', 'a')
re.match('a', b'a')
re.match(b'a', 'a')
re.match(1, 'a')
re.match('a', 1)
re.error is re.compile('x').__class__, str(re.I), repr(re.I | re.S), re.IGNORECASE == 2, re.RegexFlag(10)
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
