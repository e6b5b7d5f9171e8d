# print: separators, ends, files, flush and errors.
import io
import sys
def attempt(do):
    try:
        do()
    except Exception as error:
        print(type(error).__name__, error)
print(1, 'a', None, [2], sep='-', end='!\n')
print()
print(end='x')
print(sep='y')
print('a', 'b', sep='')
print('a', 'b', sep=None, end=None)
print(*range(3), sep=', ')
print('tab\tnewline\nend', 'é😀')
out = io.StringIO()
print('into', 'buffer', file=out, end='|', flush=True)
print(file=out)
print(repr(out.getvalue()))
class Writer:
    def __init__(self):
        self.parts = []
    def write(self, text):
        self.parts.append(text)
    def flush(self):
        self.parts.append('flushed')
w = Writer()
print(1, 2, file=w)
print('x', file=w, flush=True, sep='s', end='')
print(w.parts)
print('to stderr is not here', file=sys.stderr)
attempt(lambda: print('a', sep=1))
attempt(lambda: print('a', end=b''))
attempt(lambda: print('a', foo=1))
attempt(lambda: print('a', file=5))
attempt(lambda: print('a', file='name'))
attempt(lambda: print(Failing()))
class Failing:
    def __str__(self):
        raise RuntimeError('no text')
attempt(lambda: print('before', Failing()))
saved, sys.stdout = sys.stdout, io.StringIO()
print('captured')
captured, sys.stdout = sys.stdout.getvalue(), saved
print(repr(captured), sys.stdout.write('five\n'), print('none'))
sys.stdout = None
print('nowhere')
sys.stdout = saved
print('back', file=None)
