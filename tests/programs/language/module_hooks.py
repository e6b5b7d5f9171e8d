# __getattr__ and __dir__ of modules; modules made by hand; what import gives.
import sys
import types

module = types.ModuleType('made', 'docs')
exec('''
v = 1

def __getattr__(name):
    if name == 'lazy':
        return 'computed'
    raise AttributeError(f'no {name}')

def __dir__():
    return ['zz', 'aa']
''', module.__dict__)
sys.modules['made'] = module
import made
from made import lazy, v
print(made.lazy, v, lazy, dir(made), made.__doc__, made.__name__)
for attempt in ('made.nope', 'import made.sub', 'from made import nope', 'import nowhere'):
    try:
        exec(attempt)
    except (AttributeError, ImportError) as error:
        print(type(error).__name__, str(error).split('\n')[0])
print(__import__('made').v, __import__('os.path').__name__)
