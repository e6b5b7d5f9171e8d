# Options with optparse: values, groups, help, and what is wrong.
import optparse


class Parser(optparse.OptionParser):
    def error(self, msg):
        raise SystemExit(f'error: {msg}')


def trace(option, opt, value, parser, *args, **kwargs):
    print('callback', option, opt, value, args, kwargs, parser.rargs)


parser = Parser('usage: %prog [options] file', prog='tool', version='%prog 1',
                description='A tool that does things, described in a text '
                'that is long enough to be wrapped by %prog.',
                epilog='The end.')
parser.add_option('-v', '--verbose', action='count', default=0, help='more')
parser.add_option('-n', '--number', type=int, metavar='N', default='0x10',
                  help='a number [default: %default]')
parser.add_option('-p', '--point', type='float', nargs=2)
parser.add_option('--no-colour', dest='colour', action='store_false',
                  default=True, help=optparse.SUPPRESS_HELP)
parser.add_option('-I', action='append', dest='path', metavar='DIR')
parser.add_option('--kind', choices=['a', 'b'], help='one of a and b, which '
                  'is a help that is too long for one line of the screen')
parser.add_option('--fast', action='store_const', const=9, dest='speed')
parser.add_option('--call', action='callback', callback=trace, type='string',
                  callback_args=(1,), callback_kwargs={'k': 2})
group = parser.add_option_group('More', 'Rarely needed.')
group.add_option('--very-long-option-name', dest='long', help='long')
print(parser.format_help())

for line in ['-vv -n 3 x', '--num=0b11 y --point 1 2.5', '-Ia -I b --', '-n x',
             '--kind=c', '--ve', '--ver', '-q', '--no-colour=1', '-p 1', '',
             '-vn07 --fast z -- -v', '--call v w']:
    try:
        values, rest = parser.parse_args(line.split())
        print(line, '=>', sorted(vars(values).items()), rest)
    except SystemExit as problem:
        print(line, '=>', problem)
for names, kwargs in [(('-v',), {}), (('x',), {}), (('--w',), {'type': 'no'}),
                      (('--w',), {'action': 'no'}), ((), {}),
                      (('-w',), {'action': 'store_true', 'type': 'int'}),
                      (('-w',), {'colour': 1}), (('---w',), {})]:
    try:
        parser.add_option(optparse.Option(*names, **kwargs))
    except (optparse.OptionError, TypeError) as problem:
        print(type(problem).__name__, problem)
print(parser.get_option('-n'), parser.has_option('--kind'),
      parser.get_option_group('--very-long-option-name').title)
