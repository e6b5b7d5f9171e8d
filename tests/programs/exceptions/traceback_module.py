import sys
import traceback

def f():
    g()

def g():
    raise ValueError('in g')

try:
    f()
except ValueError as e:
    print(traceback.format_exc(), end='')
    traceback.print_exc(file=sys.stdout)
    print(''.join(traceback.format_exception(e)), end='')
    print(''.join(traceback.format_exception(type(e), e, e.__traceback__)), end='')
    print(traceback.format_exception_only(type(e), e))
    print(traceback.format_tb(e.__traceback__))
    for frame in traceback.extract_tb(e.__traceback__):
        print(frame.name, frame.lineno, frame.line, frame)
    print(traceback.format_exc(limit=1), end='')
    print(traceback.format_exc(limit=-1), end='')
    print([lineno for _, lineno in traceback.walk_tb(e.__traceback__)])
    t = traceback.TracebackException.from_exception(e)
    print(''.join(t.format()), end='')
    print(str(t), len(t.stack), list(t.format_exception_only()))
    kind, value, tb = sys.exc_info()
    print(kind is ValueError, value is e, tb.tb_lineno)
print(sys.exc_info())
print(traceback.format_exc(), end='')

def stack():
    return traceback.format_stack(), traceback.extract_stack(limit=1)

lines, last = stack()
print(''.join(lines), end='')
print(last[0].name, len(last))
try:
    try:
        f()
    except ValueError as e:
        raise KeyError('k') from e
except KeyError as e:
    print(''.join(traceback.format_exception(e, chain=False)), end='')
    print(''.join(traceback.format_exception(e)), end='')
class Broken(Exception):
    def __str__(self):
        raise RuntimeError
try:
    raise Broken
except Broken:
    print(traceback.format_exc(), end='')
e = ValueError('noted')
e.add_note('one')
e.add_note('two\nlines')
traceback.print_exception(e, file=sys.stdout)
