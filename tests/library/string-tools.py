# string: constants, Template, capwords and Formatter.
import string
from string import Formatter, Template
class Own(Template):
    delimiter = '%'
    idpattern = '[a-z]+_[a-z]+'

for source in r'''
string.ascii_lowercase, string.ascii_uppercase, string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, string.whitespace, string.printable[-6:], string.capwords(' hello  wORLD '), string.capwords('a-b-c', '-')
Template('$a ${b}c $$').substitute(a=1, b=2), Template('$a').substitute({'a': 1}), Template('$a $b').safe_substitute(a=1), Template('$a').substitute({'a': 1}, a=2), Template('${a').safe_substitute(a=1), Template('$').safe_substitute(), Template('$a $b ${c} $$').get_identifiers(), Template('$a $1').is_valid(), Template('$a').is_valid(), Template('x').template, Own('%a_b %x').safe_substitute(a_b=1), Template('$é').safe_substitute(), Template('$A_1').substitute(A_1=3)
Template('$a').substitute()
Template('$').substitute()
Template('a\n $1').substitute()
Template('${a').substitute(a=1)
Template('$a').substitute(1, 2)
Formatter().format('{} {a} {0}' if False else '{0} {a}', 1, a=2), Formatter().vformat('{0}-{k}', (1,), {'k': 2}), list(Formatter().parse('a{b!r:>{w}}c')), Formatter().format('{:>{}}', 'a', 3), Formatter().get_field('0.real', (5,), {}), Formatter().convert_field('a', 'r'), Formatter().format_field(3.14159, '.2f')
Formatter().format('{}')
Formatter().format('{a}')
Formatter().format('{0} {}', 1, 2)
Formatter().format('{0!z}', 1)
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
