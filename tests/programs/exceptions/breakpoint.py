# `breakpoint` calls the hook; without a debugger the hook does what the environment says.
import os
import sys
import warnings
sys.breakpointhook = lambda *args, **kwargs: print('hook', args, kwargs)
breakpoint(1, x=2)
print(breakpoint.__name__, sys.__breakpointhook__ is not sys.breakpointhook)
sys.breakpointhook = sys.__breakpointhook__
os.environ['PYTHONBREAKPOINT'] = '0'
print(breakpoint())
os.environ['PYTHONBREAKPOINT'] = 'builtins.print'
breakpoint('called', 'print', sep='-')
os.environ['PYTHONBREAKPOINT'] = 'int'
print(breakpoint('12', base=3))
os.environ['PYTHONBREAKPOINT'] = 'nosuch.thing'
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(breakpoint())
print(caught[0].category.__name__, caught[0].message)
del sys.breakpointhook
try:
    breakpoint()
except RuntimeError as error:
    print(error)
