# The program's own finders, loaders and `__import__`.
import builtins
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys

TEXTS = {'made': 'answer = 42\n', 'made_pack': 'from . import child\n', 'made_pack.child': 'name = __name__\n'}


class Loader(importlib.abc.Loader):
    def __init__(self, text):
        self.text = text

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(self.text, module.__dict__)


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.startswith('made'):
            print('asked for', name, path)
        if name not in TEXTS:
            return None
        return importlib.util.spec_from_loader(name, Loader(TEXTS[name]), is_package=name == 'made_pack')


class Blocker:
    def find_spec(self, name, path, target=None):
        if name == 'colorsys':
            raise ModuleNotFoundError(f'blocked: {name}', name=name)


sys.meta_path.insert(0, Finder())
import made
import made_pack
print(made.answer, made.__spec__.name, made_pack.child.name, made_pack.__path__)
try:
    import made_up
except ModuleNotFoundError as error:
    print(error.name)
sys.meta_path.insert(0, Blocker())
sys.modules.pop('colorsys', None)
try:
    import colorsys
except ModuleNotFoundError as error:
    print(str(error).split('\n')[0])
del sys.meta_path[:2]
sys.modules['stringy'] = None
try:
    import stringy
except ModuleNotFoundError as error:
    print(type(error).__name__)
original = builtins.__import__
def importing(name, globals=None, locals=None, fromlist=(), level=0):
    if globals is vars(sys.modules['__main__']):
        print('import', name, fromlist, level)
    return original(name, globals, locals, fromlist, level)
builtins.__import__ = importing
import textwrap
from functools import partial as p, reduce
builtins.__import__ = original
print(__import__('os.path').__name__, __import__('collections.abc', fromlist=['Sized']).__name__)
