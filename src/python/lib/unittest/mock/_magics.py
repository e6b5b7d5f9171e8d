"""`MagicMock`: a Mock with special methods."""

from ._base import ALL_MAGICS, Base, NonCallableMock
from ._callable import CallableMixin, Mock
from ._calls import DEFAULT, ANY

_ARITHMETIC = ('add sub mul matmul truediv floordiv mod lshift rshift and '
               'xor or pow').split()
_DEFAULTS = {
    f'__{name}__' for name in [
        *('lt gt le ge eq ne getitem setitem delitem len contains str sizeof '
          'enter exit divmod rdivmod neg pos abs invert complex int float '
          'index round trunc floor ceil bool next fspath aiter hash iter'
          ).split(),
        *_ARITHMETIC, *[f'i{name}' for name in _ARITHMETIC],
        *[f'r{name}' for name in _ARITHMETIC]]}
_ASYNC = {'__aenter__', '__aexit__', '__anext__'}
# Can be set, but are not there before.
_ON_DEMAND = {
    f'__{name}__' for name in (
        'get set delete reversed missing reduce reduce_ex getinitargs '
        'getnewargs getstate setstate getformat repr dir subclasses format '
        'getnewargs_ex').split()}
ALL_MAGICS.update(_DEFAULTS, _ASYNC, _ON_DEMAND)

_RESULTS = {
    '__lt__': NotImplemented, '__gt__': NotImplemented,
    '__le__': NotImplemented, '__ge__': NotImplemented, '__int__': 1,
    '__contains__': False, '__len__': 0, '__exit__': False,
    '__complex__': 1j, '__float__': 1.0, '__bool__': True, '__index__': 1,
    '__aexit__': False}


def _equal(self):
    def equal(other):
        result = self.__eq__._mock_return_value
        if result is not DEFAULT:
            return result
        return True if self is other else NotImplemented
    return equal


def _not_equal(self):
    def not_equal(other):
        if self.__ne__._mock_return_value is not DEFAULT:
            return DEFAULT
        return False if self is other else NotImplemented
    return not_equal


def _iterator(self):
    def iterate():
        result = self.__iter__._mock_return_value
        return iter([]) if result is DEFAULT else iter(result)
    return iterate


async def _nothing():
    return
    yield


async def _each(items):
    for item in items:
        yield item


def _async_iterator(self):
    def iterate():
        result = self.__aiter__._mock_return_value
        return _nothing() if result is DEFAULT else _each(iter(result))
    return iterate


_EFFECTS = {'__eq__': _equal, '__ne__': _not_equal, '__iter__': _iterator,
            '__aiter__': _async_iterator}
_CALCULATED = {
    '__hash__': object.__hash__, '__str__': object.__str__,
    '__sizeof__': object.__sizeof__,
    '__fspath__': lambda self: (f'{type(self).__name__}/'
                                f'{self._extract_mock_name()}/{id(self)}')}


class _MagicProxy:
    """Makes a special method's mock when it is first used."""

    def __init__(self, name, parent):
        self.name = name
        self.parent = parent

    def create_mock(self):
        parent, name = self.parent, self.name
        made = parent._get_child_mock(name=name, _new_name=name,
                                      _new_parent=parent)
        setattr(parent, name, made)
        if name in _RESULTS:
            made.return_value = _RESULTS[name]
        elif name in _CALCULATED:
            made.return_value = _CALCULATED[name](parent)
        elif name in _EFFECTS:
            made.side_effect = _EFFECTS[name](parent)
        return made

    def __get__(self, obj, _type=None):
        return self.create_mock()


class MagicMixin(Base):
    """Sets up special methods."""

    def __init__(self, /, *args, **kw):
        # Before and after: arguments may use them, and a spec removes some.
        self._mock_set_magics()
        super().__init__(*args, **kw)
        self._mock_set_magics()

    def _mock_set_magics(self):
        wanted = _DEFAULTS | _ASYNC
        methods = self.__dict__.get('_mock_methods')
        if methods is not None:
            wanted = wanted.intersection(methods)
            for name in (_DEFAULTS | _ASYNC) - wanted:
                if name in type(self).__dict__:
                    delattr(type(self), name)
        cls = type(self)
        for name in sorted(wanted - set(cls.__dict__)):
            setattr(cls, name, _MagicProxy(name, self))


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A MagicMock that cannot be called."""

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._mock_set_magics()


class MagicMock(MagicMixin, Mock):
    """A Mock whose special methods are there, with sensible results."""

    _mock_takes_async_spec = True

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._mock_set_magics()
