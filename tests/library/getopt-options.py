# Options of a command line, in both manners.
import getopt

for function, args, short, long in [
        ('getopt', ['-a', '-bfoo', '--long=3', 'rest', '-a'], 'ab:', ['long=']),
        ('gnu_getopt', ['-a', 'x', '-b', 'y', 'z'], 'ab:', []),
        ('getopt', ['--lo', '3'], '', ['long=']),
        ('getopt', ['--l'], '', ['la', 'lb']),
        ('getopt', ['-x'], 'a', []),
        ('getopt', ['-b'], 'b:', []),
        ('getopt', ['--n=1'], '', ['n']),
        ('getopt', ['--zz'], '', ['n']),
        ('getopt', ['--n'], '', ['n=']),
        ('getopt', ['-', 'a'], 'a', []),
        ('gnu_getopt', ['x', '--', '-a'], 'a', []),
        ('gnu_getopt', ['x', '-a'], '+a', [])]:
    try:
        print(getattr(getopt, function)(args, short, long))
    except getopt.GetoptError as problem:
        print(problem, repr(problem.opt), problem.args)
