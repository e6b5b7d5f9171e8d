# Commands, types, prefixes, parents, formatters and groups.
import argparse, sys
def run(p, *cmd):
    try:
        print(cmd, '->', p.parse_args(list(cmd)))
    except SystemExit as e:
        print(cmd, 'exit', e.code)
sys.stderr = sys.stdout
q = argparse.ArgumentParser(prog='git', formatter_class=argparse.ArgumentDefaultsHelpFormatter)
q.add_argument('--level', default=3, help='the level')
s = q.add_subparsers(dest='cmd', required=True, help='commands', title='cmds', description='the commands')
a = s.add_parser('add', help='add things', aliases=['ad'])
a.add_argument('files', nargs='+')
a.set_defaults(func='add')
b = s.add_parser('commit', help='commit things')
b.add_argument('-m', '--message', default='none', help='what to say')
print(q.format_help()); print(a.format_help()); print(b.format_help())
run(q, 'add', 'x', 'y'); run(q, 'commit', '-m', 'hi'); run(q); run(q, 'zap'); run(q, 'ad'); run(q, '--level', '4', 'commit', '--zz', 'r')
r = argparse.ArgumentParser(prog='r', exit_on_error=False)
r.add_argument('--n', type=int)
try: r.parse_args(['--n', 'x'])
except argparse.ArgumentError as e: print(repr(e), e)
def even(s):
    n = int(s)
    if n % 2: raise argparse.ArgumentTypeError(f'{s} is odd')
    return n
t = argparse.ArgumentParser(prog='t', add_help=False, prefix_chars='+-', parents=[argparse.ArgumentParser(add_help=False)])
t.add_argument('+e', '++even', type=even)
t.add_argument('files', nargs=argparse.REMAINDER)
run(t, '+e', '3'); run(t, '++even', '4', 'a', '-b', '--c'); run(t, '+e', 'q')
print(t.parse_known_args(['+e', '2', '-x']), t.get_default('files'))
u = argparse.ArgumentParser(prog='u'); u.add_argument('--foo'); u.add_argument('cmd'); u.add_argument('rest', nargs='*', type=int)
print(u.parse_intermixed_args('doit 1 --foo bar 2 3'.split()))
try: u.add_argument('--foo')
except argparse.ArgumentError as e: print(e)
z = argparse.ArgumentParser(prog='z', argument_default=argparse.SUPPRESS, usage='%(prog)s [stuff]')
z.add_argument('--a'); z.add_argument('b', nargs='?')
run(z); z.print_usage()
w = argparse.ArgumentParser(prog='w'); w.add_argument('x', nargs='*', choices=['a','b']); run(w); run(w,'a','b'); run(w,'c')
gg = argparse.ArgumentParser(prog='gg'); m = gg.add_mutually_exclusive_group(required=True); m.add_argument('-x'); m.add_argument('-y', help=argparse.SUPPRESS); m.add_argument('-z'); run(gg); gg.print_help()
print(argparse.Namespace(a=1, **{'b c': 2}), argparse.Namespace(a=1) == argparse.Namespace(a=1), 'a' in argparse.Namespace(a=1))
rt = argparse.ArgumentParser(prog='rt', formatter_class=argparse.RawTextHelpFormatter, description='a\n  b', allow_abbrev=False)
rt.add_argument('--long-option-name-here', help='one\ntwo', metavar='LLL'); rt.add_argument('-s', help='x\ny'); rt.print_help(); run(rt, '--long', '2')
