# runpy: modules, packages, files and folders as programs.
import os
import runpy
import sys
import tempfile
import warnings

folder = tempfile.mkdtemp()
sys.path.insert(0, folder)


def write(path, text):
    path = os.path.join(folder, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as file:
        file.write(text)
    return path


SHOW = '''import sys
print(__name__, os.path.basename(__file__) if "os" in globals() else "-", __package__,
      __spec__ and __spec__.name, __doc__, __name__ in sys.modules)
result = __name__ * 2
'''
single = write('single.py', SHOW)
write('pack/__init__.py', 'print("the package")')
write('pack/__main__.py', SHOW)
write('pack/part.py', SHOW)
write('empty/__init__.py', '')
write('app/__main__.py', SHOW)

print(runpy.run_module('single')['result'])
print(runpy.run_module('single', {'os': os}, '__main__', alter_sys=True)['result'])
print(runpy.run_module('pack')['result'], runpy.run_module('pack.part')['result'])
first = sys.argv[0]
print(runpy.run_path(single)['result'], runpy.run_path(single, run_name='a.b')['result'])
print(runpy.run_path(os.path.join(folder, 'app'), {'os': os}, run_name='__main__')['result'])
print(sys.argv[0] == first, '__main__' in sys.modules, sys.modules['__main__'].__name__)
import pack.part
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    runpy.run_module('pack.part')
print([str(warning.message) for warning in seen])
for name in ('missing', 'empty', '.single', 'pack.missing'):
    try:
        runpy.run_module(name)
    except ImportError as error:
        print(type(error).__name__, error)
write('fails.py', 'x = 1\nraise ValueError(__name__)')
for run in (lambda: runpy.run_module('fails'), lambda: runpy.run_path(folder + '/fails.py'),
            lambda: runpy.run_path(folder + '/none.py')):
    try:
        run()
    except (ValueError, OSError) as error:
        print(type(error).__name__, str(error).replace(folder, ''))
