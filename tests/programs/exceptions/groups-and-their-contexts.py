# An exception that is a group's member and its context as well.
import traceback
def show(e):
    print(''.join(traceback.format_exception(e)).replace(__file__, 'F'))
v = ValueError('v')
g = ExceptionGroup('g', [v, TypeError('t')]); g.__context__ = v
show(g)
g = ExceptionGroup('g', [v, TypeError('t')]); g.__cause__ = v
show(g)
g2 = ExceptionGroup('g', [v]); v.__context__ = g2
show(g2)
a, b = KeyError('a'), KeyError('b'); a.__context__ = b; b.__context__ = a
show(a)
a.__cause__ = a
show(a)
g3 = ExceptionGroup('same twice', [a, a]); show(g3)
i = ExceptionGroup('inner', [v]); o = ExceptionGroup('outer', [i, v]); show(o)
c = ValueError('c'); d = ValueError('d'); c.__cause__ = d; e = ExceptionGroup('e', [c, d]); show(e)
try:
    try: raise v
    except ValueError as x: raise ExceptionGroup('in handler', [x])
except ExceptionGroup as y: show(y)
try:
    try: raise ValueError(1)
    except ValueError as x:
        raise ExceptionGroup('from', [x, KeyError(2)]) from x
except ExceptionGroup as y: show(y); te = traceback.TracebackException.from_exception(y); print(''.join(te.format()) == ''.join(traceback.format_exception(y)))
