# Code under another name, and tracebacks put together by hand, as template
# engines do it.
import sys
import traceback


def f(a):
    return 1 / a


code = compile('\n\nraise ValueError("in the template")', 'a.html', 'exec')
code = code.replace(co_name='top-level template code')
print(code.co_name, code.co_filename, code.co_firstlineno)
renamed = f.__code__.replace(co_filename='other.py', co_qualname='K.f')
print(renamed.co_name, renamed.co_qualname, renamed.co_filename,
      f.__code__.co_name, renamed.co_varnames)
try:
    exec(code)
except ValueError as problem:
    made = problem.__traceback__.tb_next
    print([(frame.name, frame.filename, frame.lineno)
           for frame in traceback.extract_tb(made)])
try:
    f(0)
except ZeroDivisionError as problem:
    own = problem.__traceback__
    print([frame.name for frame in traceback.extract_tb(own)])
    own.tb_next = made
    print([frame.name for frame in traceback.extract_tb(own)])
    own.tb_next = None
    print([frame.name for frame in traceback.extract_tb(own)])
    raised = problem.with_traceback(made)
    print([frame.name for frame in traceback.extract_tb(raised.__traceback__)])
    try:
        own.tb_next = 1
    except TypeError as wrong:
        print(wrong)
