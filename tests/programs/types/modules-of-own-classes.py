# Classes derived from the type of modules.
import sys
import types


class Lazy:
    def __init__(self, name):
        self.name = name

    def __get__(self, obj, kind):
        value = f'made {self.name}'
        setattr(obj, self.name, value)
        return value


class Own(types.ModuleType):
    """Text."""

    first = Lazy('first')
    constant = 5

    @property
    def shown(self):
        return f'<{self.__name__}>'

    def method(self):
        return type(self).__name__


class Open(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)
        return name.upper()


m = Own('own', 'about it')
print(m, m.first, vars(m)['first'], m.constant, m.shown, m.method(), m.__doc__)
print(type(m).__name__, isinstance(m, types.ModuleType), m.__class__ is Own)
m.extra = 1
sys.modules['own'] = m
from own import extra, first, constant
import own
print(extra, first, constant, own is m)
try:
    m.missing
except AttributeError as error:
    print(error)
sys.modules['open_one'] = Open('open_one')
from open_one import anything
print(anything, types.ModuleType(name='b', doc='c'), types.ModuleType('d').__doc__)


class Marker:
    __slots__ = ('name', '__hash__')

    def __init__(self, name):
        self.name = name
        self.__hash__ = lambda: 7

    def __eq__(self, other):
        return self.name == other.name


print(Marker('a') == Marker('a'))
