"""`NonCallableMock`: attributes that make themselves, and a memory of calls."""

import inspect

from ._calls import DEFAULT, _Call, _CallList, format_signature

# Whether `dir` of a mock leaves out what every mock has.
FILTER_DIR = True

_LIKE_ASSERTIONS = ('assert', 'assret', 'asert', 'aseert', 'assrt')


class InvalidSpecError(Exception):
    """A mock was given as a spec."""


def is_mock(thing):
    return issubclass(type(thing), NonCallableMock)


def is_exception(thing):
    return isinstance(thing, BaseException) or (
        isinstance(thing, type) and issubclass(thing, BaseException))


def _is_dunder(name):
    return name.startswith('__') and name.endswith('__')


def signature_of(spec, as_instance=False, skip_first=False):
    """The signature that calls of a mock for `spec` must have, or None."""
    if isinstance(spec, type) and not as_instance:
        spec, skip_first = spec.__init__, True
        if not inspect.isfunction(spec):
            # That of `object` takes anything.
            return None
    if not isinstance(spec, type) and not inspect.isroutine(spec):
        spec = getattr(type(spec), '__call__', None)
        if spec is None or not inspect.isfunction(spec):
            return None
        skip_first = True
    elif isinstance(spec, type):
        spec = spec.__dict__.get('__call__') or getattr(
            spec, '__call__', None)
        if not inspect.isfunction(spec):
            return None
        skip_first = True
    try:
        signature = inspect.signature(spec)
    except (ValueError, TypeError):
        return None
    if skip_first:
        parameters = list(signature.parameters.values())[1:]
        signature = signature.replace(parameters=parameters)
    return signature


class _Delegating:
    """An attribute that belongs to the function a mock was made for."""

    def __init__(self, name):
        self.name = name

    def __get__(self, mock, owner=None):
        if mock is None:
            return self
        function = mock.__dict__.get('_mock_delegate')
        if function is None:
            return mock.__dict__['_mock_' + self.name]
        return getattr(function, self.name)

    def __set__(self, mock, value):
        function = mock.__dict__.get('_mock_delegate')
        if function is None:
            mock.__dict__['_mock_' + self.name] = value
        else:
            setattr(function, self.name, value)


class Base:
    """The end of the chain of `__init__`."""

    _mock_return_value = DEFAULT
    _mock_side_effect = None

    def __init__(self, /, *args, **kwargs):
        pass


# What `__init__` keeps in the instance's own dictionary.
_OWN = ('_mock_parent', '_mock_name', '_mock_new_name', '_mock_new_parent',
        '_mock_sealed')


class NonCallableMock(Base):
    """A mock that cannot be called."""

    def __new__(cls, *args, **kwargs):
        # Each mock has a class of its own, so that special methods can be
        # set for it alone.
        bases = (cls,)
        spec = kwargs.get('spec_set', kwargs.get('spec'))
        if spec is None and args and not issubclass(cls, _NoSpec):
            spec = args[0]
        if cls.__dict__.get('_mock_takes_async_spec') and (
                inspect.iscoroutinefunction(spec)):
            from ._async import AsyncMockMixin
            bases = (AsyncMockMixin, cls)
        made = type(cls.__name__, bases, {'__doc__': cls.__doc__,
                                          '__module__': cls.__module__})
        return object.__new__(made)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None,
                 parent=None, _spec_state=None, _new_name='',
                 _new_parent=None, _spec_as_instance=False, _eat_self=None,
                 unsafe=False, **kwargs):
        own = self.__dict__
        own['_mock_parent'] = parent
        own['_mock_name'] = name
        own['_mock_new_name'] = _new_name
        own['_mock_new_parent'] = parent if _new_parent is None else (
            _new_parent)
        own['_mock_sealed'] = False
        if spec_set is not None:
            spec, spec_set = spec_set, True
        if _eat_self is None:
            _eat_self = parent is not None
        self._mock_add_spec(spec, spec_set, _spec_as_instance, _eat_self)
        own['_mock_children'] = {}
        own['_mock_wraps'] = wraps
        own['_mock_delegate'] = None
        own['_mock_called'] = False
        own['_mock_call_args'] = None
        own['_mock_call_count'] = 0
        own['_mock_call_args_list'] = _CallList()
        own['_mock_mock_calls'] = _CallList()
        own['method_calls'] = _CallList()
        own['_mock_unsafe'] = unsafe
        if kwargs:
            self.configure_mock(**kwargs)
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state)

    called = _Delegating('called')
    call_count = _Delegating('call_count')
    call_args = _Delegating('call_args')
    call_args_list = _Delegating('call_args_list')
    mock_calls = _Delegating('mock_calls')

    # What it stands for.

    def mock_add_spec(self, spec, spec_set=False):
        """Only attributes of `spec` can be had from now on."""
        self._mock_add_spec(spec, spec_set)

    def _mock_add_spec(self, spec, spec_set, as_instance=False,
                       eat_self=False):
        if spec is not None and is_mock(spec):
            raise InvalidSpecError(
                f'Cannot spec a Mock object. [object={spec!r}]')
        cls, signature, asynchronous = None, None, []
        if spec is not None and not isinstance(spec, (list, tuple)):
            cls = spec if isinstance(spec, type) else type(spec)
            signature = signature_of(spec, as_instance, eat_self)
            asynchronous = [
                name for name in dir(spec)
                if inspect.iscoroutinefunction(_static(spec, name))]
            spec = dir(spec)
        own = self.__dict__
        own['_spec_class'] = cls
        own['_spec_set'] = spec_set
        own['_spec_signature'] = signature
        own['_mock_methods'] = spec
        own['_spec_asyncs'] = asynchronous

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    # Attributes.

    @property
    def return_value(self):
        """What a call gives."""
        own = self.__dict__
        function = own.get('_mock_delegate')
        if function is not None and function.return_value is not DEFAULT:
            return function.return_value
        found = self._mock_return_value
        if found is DEFAULT and own['_mock_wraps'] is None:
            found = self._get_child_mock(_new_parent=self, _new_name='()')
            self.return_value = found
        return found

    @return_value.setter
    def return_value(self, value):
        function = self.__dict__.get('_mock_delegate')
        if function is not None:
            function.return_value = value
        else:
            self._mock_return_value = value
            _adopt(self, value, None, '()')

    @property
    def side_effect(self):
        """A function, an exception, or an iterable of results."""
        function = self.__dict__.get('_mock_delegate')
        if function is None:
            return self._mock_side_effect
        found = function.side_effect
        if (found is not None and not callable(found)
                and not hasattr(found, '__next__') and not is_exception(found)):
            found = iter(found)
            function.side_effect = found
        return found

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not is_exception(value) and not callable(
                value):
            try:
                value = iter(value)
            except TypeError:
                pass
        function = self.__dict__.get('_mock_delegate')
        if function is None:
            self._mock_side_effect = value
        else:
            function.side_effect = value

    def __getattr__(self, name):
        own = self.__dict__
        if name in ('_mock_methods', '_mock_unsafe', '_mock_children',
                    '_mock_sealed'):
            raise AttributeError(name)
        if own['_mock_methods'] is not None:
            if name not in own['_mock_methods'] or _is_magic(name):
                raise AttributeError(f'Mock object has no attribute {name!r}')
        elif _is_magic(name):
            raise AttributeError(name)
        if not own['_mock_unsafe'] and name.startswith(_LIKE_ASSERTIONS) and (
                own['_mock_methods'] is None
                or name not in own['_mock_methods']):
            raise AttributeError(
                f'{name!r} is not a valid assertion. Use a spec for the mock '
                f'if {name!r} is meant to be an attribute.')
        found = own['_mock_children'].get(name)
        if found is _deleted:
            raise AttributeError(name)
        if found is None:
            wraps = own['_mock_wraps']
            found = self._get_child_mock(
                parent=self, name=name, _new_name=name, _new_parent=self,
                wraps=None if wraps is None else getattr(wraps, name))
            own['_mock_children'][name] = found
        elif isinstance(found, LateSpec):
            found = found.make()
            own['_mock_children'][name] = found
        return found

    def __setattr__(self, name, value):
        if name in _PLAIN:
            object.__setattr__(self, name, value)
            return
        own = self.__dict__
        if own['_spec_set'] and own['_mock_methods'] is not None and (
                name not in own['_mock_methods']) and name not in own:
            raise AttributeError(f'Mock object has no attribute {name!r}')
        if name in UNSUPPORTED:
            raise AttributeError(f'Attempting to set unsupported magic '
                                 f'method {name!r}.')
        if name in ALL_MAGICS:
            if own['_mock_methods'] is not None and (
                    name not in own['_mock_methods']):
                raise AttributeError(
                    f"Mock object has no attribute '{name}'")
            if is_mock(value):
                _adopt(self, value, None, name)
                own['_mock_children'][name] = value
                setattr(type(self), name, value)
            else:
                setattr(type(self), name, _as_method(name, value))
                original = value
                value = lambda *args, **kw: original(self, *args, **kw)
        elif name == '_mock_methods':
            own[name] = value
            return
        elif name == '__class__':
            own['_spec_class'] = value
            return
        elif _adopt(self, value, name, name):
            own['_mock_children'][name] = value
        if own['_mock_sealed'] and not hasattr(self, name):
            full = self._extract_mock_name()
            raise AttributeError(f'Cannot set {full}.{name}')
        if isinstance(value, PropertyLike):
            own[name] = value
            return
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        own = self.__dict__
        if name in ALL_MAGICS and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in own:
                return
        found = own['_mock_children'].get(name, _absent)
        if name in own:
            object.__delattr__(self, name)
        elif found is _deleted:
            raise AttributeError(name)
        if found is not _absent:
            del own['_mock_children'][name]
        own['_mock_children'][name] = _deleted

    def __dir__(self):
        if not FILTER_DIR:
            return object.__dir__(self)
        extras = self._mock_methods or []
        of_class = [name for name in dir(type(self))
                    if not name.startswith('_') or _is_dunder(name)
                    and name in dir(object)]
        own = [name for name in self.__dict__ if not name.startswith('_')]
        children = [name for name, child in self._mock_children.items()
                    if child is not _deleted]
        return sorted({*extras, *of_class, *own, *children})

    def _get_child_mock(self, /, **kw):
        """Makes what an attribute or a call gives."""
        if self._mock_sealed:
            name = (f'.{kw["name"]}' if 'name' in kw else
                    '()' if kw.get('_new_name') == '()' else '')
            raise AttributeError(self._extract_mock_name() + name)
        return self._child_class(kw.get('_new_name'))(**kw)

    def _child_class(self, name):
        from ._async import AsyncMock, AsyncMockMixin
        from ._callable import Mock
        from ._magics import MagicMock, MagicMixin
        if name in self.__dict__['_spec_asyncs'] or name in ('__aenter__',
                                                             '__aexit__',
                                                             '__anext__'):
            return AsyncMock
        kind = type(self).__mro__[1]
        if issubclass(kind, AsyncMockMixin):
            if name in self._plain_names() or (
                    self._mock_methods and name in self._mock_methods):
                return MagicMock
            return AsyncMock
        if not issubclass(kind, _callable_mixin()):
            return MagicMock if issubclass(kind, MagicMixin) else Mock
        return kind

    def _plain_names(self):
        return ()

    # What it says of itself.

    def _extract_mock_name(self):
        own = self.__dict__
        parent = own['_mock_new_parent']
        if parent is None:
            return own['_mock_name'] or 'mock'
        name = own['_mock_new_name']
        dot = '' if name == '()' else '.'
        return f'{parent._extract_mock_name()}{dot}{name}'

    def __repr__(self):
        own = self.__dict__
        name = self._extract_mock_name()
        shown = '' if name in ('mock', 'mock.') else f' name={name!r}'
        if own['_spec_class'] is not None:
            kind = 'spec_set' if own['_spec_set'] else 'spec'
            shown += f' {kind}={own["_spec_class"].__name__!r}'
        return f'<{type(self).__name__}{shown} id={str(id(self))!r}>'

    # Setting up.

    def configure_mock(self, /, **kwargs):
        """Sets attributes; `**{'method.return_value': 3}` goes deeper."""
        for path, value in sorted(kwargs.items(),
                                  key=lambda item: item[0].count('.')):
            *way, last = path.split('.')
            thing = self
            for name in way:
                thing = getattr(thing, name)
            setattr(thing, last, value)

    def attach_mock(self, mock, attribute):
        """Makes a mock a child: its calls become known here."""
        inner = extract_mock(mock)
        inner.__dict__['_mock_parent'] = None
        inner.__dict__['_mock_new_parent'] = None
        inner.__dict__['_mock_name'] = ''
        inner.__dict__['_mock_new_name'] = None
        setattr(self, attribute, mock)

    def reset_mock(self, visited=None, *, return_value=False,
                   side_effect=False):
        """Forgets all calls, of the children too."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self.called = False
        self.call_args = None
        self.call_count = 0
        self.mock_calls = _CallList()
        self.call_args_list = _CallList()
        self.method_calls = _CallList()
        if return_value:
            self._mock_return_value = DEFAULT
        if side_effect:
            self._mock_side_effect = None
        for child in self._mock_children.values():
            if child is not _deleted and not isinstance(child, LateSpec):
                child.reset_mock(visited, return_value=return_value,
                                 side_effect=side_effect)
        value = self._mock_return_value
        if is_mock(value) and value is not self:
            value.reset_mock(visited)

    # Assertions.

    def _named(self):
        return self._mock_name or 'mock'

    def _calls_repr(self, prefix='Calls'):
        if not self.mock_calls:
            return ''
        return f'\n{prefix}: {self.mock_calls!r}.'

    def _call_matcher(self, made):
        """What a call is compared by: its bound arguments, if there is a
        signature, or the error of binding them."""
        if not isinstance(made, tuple):
            return made
        signature = self._spec_signature
        if len(made) > 2 and made[0]:
            signature = self._signature_of_child(made[0])
        if signature is None:
            return made
        name = made[0] if len(made) == 3 else ''
        try:
            bound = signature.bind(*made[-2], **made[-1])
        except TypeError as problem:
            return problem.with_traceback(None)
        return _Call((name, bound.args, bound.kwargs))

    def _signature_of_child(self, path):
        children, signature = self._mock_children, None
        for name in path.replace('()', '').split('.'):
            child = children.get(name)
            if child is None or child is _deleted:
                return None
            if isinstance(child, LateSpec):
                child = child.make()
            child = extract_mock(child)
            children, signature = child._mock_children, child._spec_signature
        return signature

    def _shown(self, args, kwargs):
        return format_signature(self._named(), args, kwargs)

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(
                f'Expected {self._named()!r} to not have been called. Called '
                f'{self.call_count} times.{self._calls_repr()}')

    def assert_called(self):
        if self.call_count == 0:
            raise AssertionError(
                f'Expected {self._named()!r} to have been called.')

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(
                f'Expected {self._named()!r} to have been called once. '
                f'Called {self.call_count} times.{self._calls_repr()}')

    def assert_called_with(self, /, *args, **kwargs):
        """The last call had these arguments."""
        wanted_text = self._shown(args, kwargs)
        if self.call_args is None:
            raise AssertionError('expected call not found.\nExpected: '
                                 f'{wanted_text}\n  Actual: not called.')
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        if self._call_matcher(self.call_args) != wanted:
            cause = wanted if isinstance(wanted, Exception) else None
            raise AssertionError(
                f'expected call not found.\nExpected: {wanted_text}\n'
                f'  Actual: {self._shown(*self.call_args)}') from cause

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(
                f'Expected {self._named()!r} to be called once. Called '
                f'{self.call_count} times.{self._calls_repr()}')
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        """One of the calls had these arguments."""
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        cause = wanted if isinstance(wanted, Exception) else None
        made = [self._call_matcher(one) for one in self.call_args_list]
        if cause or wanted not in AnyOf(made):
            raise AssertionError(
                f'{self._shown(args, kwargs)} call not found') from cause

    def assert_has_calls(self, calls, any_order=False):
        """These calls were made one after the other, or somewhere."""
        wanted = [self._call_matcher(one) for one in calls]
        cause = next((one for one in wanted
                      if isinstance(one, Exception)), None)
        made = _CallList(self._call_matcher(one) for one in self.mock_calls)
        if not any_order:
            if wanted not in made:
                if cause is None:
                    problem = 'Calls not found.'
                else:
                    errors = [one if isinstance(one, Exception) else None
                              for one in wanted]
                    problem = ('Error processing expected calls.\n'
                               f'Errors: {errors}')
                raise AssertionError(
                    f'{problem}\nExpected: {_CallList(calls)}'
                    + self._calls_repr(prefix='  Actual').rstrip('.')
                ) from cause
            return
        left = list(made)
        missing = []
        for one in wanted:
            try:
                left.remove(one)
            except ValueError:
                missing.append(one)
        if missing:
            raise AssertionError(
                f'{self._named()!r} does not contain all of '
                f'{tuple(missing)!r} in its call list, found {left!r} '
                'instead') from cause


class AnyOf(list):
    """Compares the wanted call as the right side, so that ANY is asked."""

    def __contains__(self, wanted):
        return any(made == wanted for made in self)


class _NoSpec:
    """Mixed into mocks whose first argument is not a spec."""


class LateSpec:
    """A child that is made from its spec when it is first asked for."""

    def __init__(self, make):
        self.make = make


class PropertyLike:
    """Marks values that are kept in the instance as they are."""


_absent, _deleted = object(), object()
_PLAIN = frozenset((
    '_mock_return_value', '_mock_side_effect', 'return_value', 'side_effect',
    'called', 'call_count', 'call_args', 'call_args_list', 'mock_calls',
    'method_calls', 'await_count', 'await_args', 'await_args_list',
    '_mock_parent', '_mock_new_parent', '_mock_name', '_mock_new_name',
    '_mock_sealed', '_mock_wraps', '_mock_delegate', '_mock_children'))
UNSUPPORTED = frozenset((
    '__getattr__', '__setattr__', '__init__', '__new__', '__prepare__',
    '__instancecheck__', '__subclasscheck__', '__del__'))
# Special methods that can be set; filled by the module of magics.
ALL_MAGICS = set()


def _is_magic(name):
    return _is_dunder(name) and name != '____'


def _callable_mixin():
    from ._callable import CallableMixin
    return CallableMixin


def _static(thing, name):
    try:
        return inspect.getattr_static(thing, name)
    except AttributeError:
        return None


def _as_method(name, function):
    def method(self, /, *args, **kw):
        return function(self, *args, **kw)
    method.__name__ = name
    return method


def extract_mock(thing):
    """The mock behind a function that `create_autospec` has made."""
    found = getattr(thing, 'mock', None) if inspect.isfunction(thing) else None
    return thing if found is None else found


def _adopt(parent, value, name, new_name):
    """Makes a mock the child of another, unless it has a name or parent."""
    value = extract_mock(value)
    if not is_mock(value):
        return False
    own = value.__dict__
    if (own['_mock_name'] or own['_mock_new_name']
            or own['_mock_parent'] is not None
            or own['_mock_new_parent'] is not None):
        return False
    above = parent
    while above is not None:
        # A mock must not become its own ancestor.
        if above is value:
            return False
        above = above.__dict__['_mock_new_parent']
    if new_name:
        own['_mock_new_parent'] = parent
        own['_mock_new_name'] = new_name
    if name:
        own['_mock_parent'] = parent
        own['_mock_name'] = name
    return True


def seal(mock):
    """No further attributes of a mock can be made."""
    mock = extract_mock(mock)
    mock.__dict__['_mock_sealed'] = True
    for child in list(mock.__dict__['_mock_children'].values()):
        if child is _deleted or isinstance(child, LateSpec):
            continue
        child = extract_mock(child)
        if is_mock(child) and child._mock_new_parent is mock:
            seal(child)
    value = mock._mock_return_value
    if is_mock(value) and value._mock_new_parent is mock and (
            not value._mock_sealed):
        seal(value)
