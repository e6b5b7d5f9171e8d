# Scanners go through a text match by match; flags that do not fit the pattern are a ValueError.
import re
from collections import namedtuple

Token = namedtuple('Token', 'type value')
master = re.compile(r'(?P<NAME>[a-zA-Z_]\w*)|(?P<NUM>\d+)|(?P<PLUS>\+)|(?P<EQ>=)|(?P<WS>\s+)')
scanner = master.scanner('foo = 42 + x!')
print([Token(m.lastgroup, m.group()) for m in iter(scanner.match, None) if m.lastgroup != 'WS'], scanner.match())
steps = re.compile('a').scanner('banana', 2, 5)
print([m.span() for m in iter(steps.search, None)], steps.pattern.pattern)
print([m.span() for m in iter(re.compile('x*').scanner('axb').search, None)])

lexer = re.Scanner([
    (r'[a-z]+', lambda s, text: ('name', text, s.match.start())),
    (r'\d+\.\d*', lambda s, text: float(text)),
    (r'\d+', lambda s, text: int(text)),
    (r'[+*=]', 'operator'),
    (r'\s+', None)])
print(lexer.scan('sum = 3*foo + 312.50 + bar ! rest'))
print(re.Scanner([('A', 'letter')], re.IGNORECASE).scan('aAb'))
for pattern, flags in ((b'x', re.UNICODE), ('x', re.LOCALE), ('x', re.ASCII | re.UNICODE), ('(', 0)):
    try:
        re.compile(pattern, flags)
    except ValueError as error:
        print(type(error).__name__, error)
    except re.error as error:
        print('re.error', error)
try:
    re.missing
except AttributeError as error:
    print(error)
