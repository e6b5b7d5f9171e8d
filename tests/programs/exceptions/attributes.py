class Custom(Exception):
    def __init__(self, code, *, extra=None):
        self.code = code
        self.extra = extra

e = Custom(5, extra='x')
print(repr(e), str(e), e.args, e.code, e.extra)

class Chained(ValueError):
    def __init__(self, text):
        super().__init__(text.upper(), len(text))

print(repr(Chained('abc')), str(Chained('abc')))

class Shown(Exception):
    def __str__(self):
        return 'shown: ' + ', '.join(map(str, self.args))

print(Shown(1, 2), repr(Shown(1, 2)))
e = ValueError('a')
e.args = ['x', 'y']
print(e.args, repr(e))
e.note = 'free attribute'
print(e.__dict__)
print(e.__traceback__, e.__cause__, e.__context__, e.__suppress_context__)
e.__cause__ = KeyError('k')
print(repr(e.__cause__), e.__suppress_context__)
e.__cause__ = None
print(e.__cause__, e.__suppress_context__)
e.__suppress_context__ = False
e.__context__ = TypeError('t')
print(repr(e.__context__), e.__suppress_context__)
for name in ('__cause__', '__context__', '__traceback__'):
    try:
        setattr(e, name, 5)
    except TypeError as error:
        print(error)
e.add_note('first')
e.add_note('second')
print(e.__notes__)

def fails():
    raise LookupError('deep')

try:
    fails()
except LookupError as error:
    tb = error.__traceback__
    print(tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_next)
    print(tb.tb_frame.f_code.co_name, tb.tb_next.tb_frame.f_code.co_name)
    print(tb.tb_frame.f_globals is globals())
    same = error.with_traceback(None)
    print(same is error, error.__traceback__)
    error.__traceback__ = tb
    print(error.__traceback__.tb_next.tb_lineno)
try:
    raise Custom
except TypeError as error:
    print(error)
try:
    try:
        raise ValueError('inner')
    except ValueError as error:
        raise KeyError('outer') from error
except KeyError as error:
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
try:
    BaseException.__new__(int)
except TypeError as error:
    print(type(error).__name__)
