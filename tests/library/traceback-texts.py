import traceback, sys, io
def f(): raise ValueError('bad')
try:
    f()
except ValueError as e:
    kept = e
    print(traceback.format_exception_only(e), [(x.lineno, x.name, x.line) for x in traceback.extract_tb(e.__traceback__)])
    print(traceback.format_exc().splitlines()[0], traceback.format_exc().splitlines()[-1])
    print([type(x).__name__ for x in traceback.extract_tb(e.__traceback__)], repr(list(traceback.walk_tb(e.__traceback__))[-1][1]))
    te = traceback.TracebackException.from_exception(e)
    print(str(te), list(te.format_exception_only()), te.exc_type, len(te.stack), ''.join(te.format()) == traceback.format_exc())
out = io.StringIO()
traceback.print_exception(kept, file=out); print(out.getvalue().count('\n') >= 4)
print(traceback.format_exception_only(KeyError, KeyError('k')), traceback.format_exception_only(None))
def g(): return traceback.extract_stack(limit=1), traceback.extract_stack()[-2].name
a, b = g(); print(a[0].name, b)
fs = traceback.FrameSummary('nofile', 3, 'fn', line='x = 1')
print(fs, tuple(fs), fs == ('nofile', 3, 'fn', 'x = 1'), traceback.format_list([fs, ('a', 1, 'b', 'c')]))
print(traceback.StackSummary.from_list([('a', 1, 'b', 'c')] * 6).format()[-1])
class E(Exception): pass
e = E('x'); e.add_note('noted'); print(traceback.format_exception_only(e))
