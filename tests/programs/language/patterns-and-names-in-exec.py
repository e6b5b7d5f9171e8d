# What patterns take for a mapping or sequence; globals of exec; attributes of methods; proxies.
def run(src):
    exec(src)
run("""
total = 0
def add(n):
    global total
    total += n
add(5)
print(total)
""")
print(total)
class Repo:
    def get_items(self): return []
try: Repo().get_items.append(1)
except AttributeError as e: print(e)
try: Repo().get_items.x = 1
except AttributeError as e: print(e)
class Proxy:
    def __init__(self, obj): object.__setattr__(self, '_obj', obj)
    def __getattribute__(self, name):
        return getattr(object.__getattribute__(self, '_obj'), name)
print(isinstance(Proxy(5), int), isinstance(Proxy(5), Proxy), isinstance(Proxy("a"), (list, str)))
class Config:
    def keys(self): return ['a']
    def __getitem__(self, k): return 1
    def get(self, k, d=None): return 1
from collections import UserDict, ChainMap, OrderedDict, deque, UserList, Counter, namedtuple, defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType
class M(Mapping):
    def __getitem__(self, k): return {'a': 1}[k]
    def __iter__(self): return iter('a')
    def __len__(self): return 1
class S(Sequence):
    def __getitem__(self, k): return [1, 2][k]
    def __len__(self): return 2
class Both(Mapping, Sequence):
    def __getitem__(self, k): return 1
    def __iter__(self): return iter('a')
    def __len__(self): return 1
class D(dict): pass
class L(list): pass
class St(str): pass
for v in (Config(), M(), S(), Both(), D(a=1), L([1]), UserDict(a=1), ChainMap({'a': 1}), OrderedDict(a=1), deque([1]), UserList([1]), Counter('a'), namedtuple('P', 'x')(1), defaultdict(int, a=1), MappingProxyType({'a': 1}), memoryview(b'ab'), range(3), 'ab', b'ab', bytearray(b'a'), St('q'), {1}, (1,), iter([1])):
    match v:
        case {'a': x}: print(type(v).__name__, 'mapping', x)
        case [first, *_]: print(type(v).__name__, 'sequence', first)
        case _: print(type(v).__name__, 'neither')
