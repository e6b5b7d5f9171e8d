# Arguments, options and their values; help texts; errors.
import argparse, sys
def run(p, *cmd):
    try:
        print(cmd, '->', p.parse_args(list(cmd)))
    except SystemExit as e:
        print(cmd, 'exit', e.code)
sys.stderr = sys.stdout
p = argparse.ArgumentParser(prog='tool', description='A tool that does many things for people who need them, with a long description that wraps.', epilog='bye %(prog)s')
p.add_argument('path', help='where to look')
p.add_argument('rest', nargs='*', help='others', type=int)
p.add_argument('-v', '--verbose', action='count', default=0, help='say more (default: %(default)s)')
p.add_argument('-n', '--number', type=int, default='3', metavar='N')
p.add_argument('--choice', choices=['a', 'b'], required=False, help='one of the choices which is a really long help text to wrap around at the end')
p.add_argument('--pair', nargs=2, metavar=('X', 'Y'))
p.add_argument('--flag', action=argparse.BooleanOptionalAction, help='flag', default=True)
p.add_argument('--version', action='version', version='%(prog)s 1.0')
g = p.add_mutually_exclusive_group()
g.add_argument('--foo', action='store_true')
g.add_argument('--bar', action='store_false')
h = p.add_argument_group('extra', 'extra things')
h.add_argument('--append', '-a', action='append')
h.add_argument('--const', action='append_const', const=4, dest='cc')
h.add_argument('--opt', nargs='?', const='C', default='D')
h.add_argument('--ext', action='extend', nargs='+')
print(p.format_help())
print(p)
run(p, 'x'); run(p, 'x', '1', '2', '-vv', '-n5', '--pair', 'p', 'q', '--no-flag')
run(p); run(p, 'x', 'y'); run(p, 'x', '--foo', '--bar'); run(p, 'x', '--choice', 'z'); run(p, 'x', '--cho=a')
run(p, '--version'); run(p, '-h'); run(p, 'x', '--unknown', '-z'); run(p, 'x', '--pair', '1'); run(p, 'x', '--n', '1', '--ver'); run(p,'x','--v')
run(p, 'x', '-a', '1', '--append=2', '--const', '--const', '--opt', '--ext', 'a', 'b', '--ext', 'c')
run(p, 'x', '--', '-3'); run(p, 'x', '-3'); run(p, '-va1', 'x'); run(p, 'x', '--foo=1'); run(p, 'x', '-vx'); run(p, 'x', '--opt', 'z')
