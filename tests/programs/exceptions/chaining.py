# __cause__, __context__, __suppress_context__, notes and tracebacks as attributes.
def show(error):
    print(repr(error), repr(error.__cause__), repr(error.__context__), error.__suppress_context__)


try:
    try:
        1 / 0
    except ZeroDivisionError as first:
        raise ValueError('second') from first
except ValueError as error:
    show(error)
    print(error.__cause__ is error.__context__)
try:
    try:
        {}['k']
    except KeyError:
        raise ValueError('implicit')
except ValueError as error:
    show(error)
try:
    try:
        {}['k']
    except KeyError:
        raise ValueError('hidden') from None
except ValueError as error:
    show(error)
try:
    raise ValueError from KeyError
except ValueError as error:
    show(error)
for cause in (5, 'x', int):
    try:
        raise ValueError from cause
    except TypeError as error:
        print(error)
for thing in (5, 'x', int, None):
    try:
        raise thing
    except TypeError as error:
        print(error)
error = ValueError('e')
error.__cause__ = KeyError()
show(error)
for name, value in (('__cause__', 5), ('__context__', 'x'), ('__traceback__', 1), ('args', 5)):
    try:
        setattr(error, name, value)
        print(name, error.args)
    except TypeError as problem:
        print(name, problem)
error.args = 'ab'
print(error.args, str(error))
error.add_note('one')
error.add_note('two')
print(error.__notes__)
try:
    raise
except RuntimeError as error:
    print(error)
