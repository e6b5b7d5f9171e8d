# Modules that the program writes, imports, changes and loads again.
import importlib
import importlib.util
import os
import sys
import tempfile

root = tempfile.mkdtemp()
sys.path.insert(0, root)


def write(path, text):
    path = os.path.join(root, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as file:
        file.write(text)


write('plain.py', 'x = 1\ndef where():\n    return __name__, os.path.basename(__file__)\nimport os\n')
write('pack/__init__.py', 'from .first import First\nfrom . import inner\n__all__ = ["First", "late"]\n')
write('pack/first.py', 'class First: pass\nnumber = 2\n')
write('pack/late.py', 'value = "late"\n')
write('pack/inner/__init__.py', 'from ..first import number\nfrom .. import first\nfrom . import leaf\n')
write('pack/inner/leaf.py', 'from ..first import number as top\nletter = "c"\n')
write('spaces/part.py', 'value = 5\n')
write('broken.py', 'x = (\n')
write('raises.py', 'raise KeyError("while loading")\n')

import pack
import plain
print(plain.where(), plain.__spec__.name, plain.__package__ == '')
print(pack.First, pack.inner.number, pack.inner.leaf.letter, pack.inner.leaf.top)
print(pack.__package__, pack.inner.leaf.__package__, pack.__path__ == [os.path.join(root, 'pack')])
print(hasattr(pack, 'late'))
from pack import *
print(late.value, First.__module__)
import spaces.part
print(spaces.part.value, spaces.__file__)
for name in 'broken', 'raises', 'nowhere', 'plain.sub', 'pack.nowhere':
    try:
        importlib.import_module(name)
    except (ImportError, KeyError, SyntaxError) as error:
        print(name, type(error).__name__, str(error).split('\n')[0], name in sys.modules)
try:
    from pack import nothing
except ImportError as error:
    print(type(error).__name__, error.name, str(error).split(' (')[0])
write('plain.py', 'x = 22222\n')
importlib.invalidate_caches()
print(importlib.reload(plain) is plain, plain.x, hasattr(plain, 'where'))
print(importlib.util.find_spec('nowhere'), os.path.basename(importlib.util.find_spec('raises').origin))
spec = importlib.util.spec_from_file_location('alias', os.path.join(root, 'plain.py'))
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.x, module.__name__, 'alias' in sys.modules)
