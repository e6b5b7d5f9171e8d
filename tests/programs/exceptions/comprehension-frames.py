"""Comprehensions are functions: tracebacks, frames and locals() tell so."""
import traceback, sys
def a(x):
    return [1 / z for z in (1, x)]
try: a(0)
except ZeroDivisionError: traceback.print_exc(file=sys.stdout)
def b(x):
    return (lambda: [1 / z for z in (1, x)])()
try: b(0)
except ZeroDivisionError: traceback.print_exc(file=sys.stdout)
def c(x):
    return {1 / z for z in (1, x)}
try: c(0)
except ZeroDivisionError: traceback.print_exc(file=sys.stdout)
def d(x):
    return [[1 / z for z in (1, y)] for y in (x,)]
try: d(0)
except ZeroDivisionError: traceback.print_exc(file=sys.stdout)
try: [1 / z for z in (1, 0)]
except ZeroDivisionError: traceback.print_exc(file=sys.stdout)
try: [z for z in 1/0]
except ZeroDivisionError: traceback.print_exc(file=sys.stdout)
import inspect
def f2():
    y = 1
    print([sorted(locals()) for x in '1'])
    print([sorted(vars()) for x in '1'])
    print([sys._getframe().f_code.co_name for x in '1'])
    print([sys._getframe(1).f_code.co_name for x in '1'])
    print([eval('x') for x in '1'])
    print([y for x in '1' if sorted(locals()) or 1], [dir() for x in '1'])
    def caller(): return sys._getframe(1).f_code.co_name, inspect.stack()[1].function
    print([caller() for _ in '1'], {caller() for _ in '1'})
f2()
def g():
    y = 1
    try: print([eval('y') for x in '1'])
    except NameError as e: print(e)
g()
print([sorted(locals()) for x in '1'])
class A:
    z = 1
    try: print([z for x in '1'])
    except NameError as e: print(e)
    print([sorted(locals()) for x in '1'])

class C:
    try:
        [1 / x for x in (0,)]
    except ZeroDivisionError as e:
        frame = e.__traceback__.tb_next.tb_frame
        print(frame.f_code.co_qualname, frame.f_code.co_firstlineno, frame.f_lineno, frame.f_back.f_code.co_name)
def q():
    try:
        return [1 / x
                for x in (0,)]
    except ZeroDivisionError as e:
        frame = e.__traceback__.tb_next.tb_frame
        print(frame.f_code.co_qualname, e.__traceback__.tb_lineno, e.__traceback__.tb_next.tb_lineno)
q()
def stack():
    return [f.name for f in traceback.extract_stack()][-3:]
print([stack() for _ in '1'])
