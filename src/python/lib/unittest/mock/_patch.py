"""`patch`: puts something else in a place for a while."""

import builtins
import contextlib
import functools
import inspect
import pkgutil
import sys
import types

from ._base import InvalidSpecError, NonCallableMock, is_mock
from ._calls import DEFAULT

_active = []


def _target(path):
    """A function that finds the object, and the attribute's name."""
    try:
        place, attribute = path.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError('Need a valid target to patch. You supplied: '
                        f'{path!r}') from None
    return functools.partial(pkgutil.resolve_name, place), attribute


class _patch:
    """One attribute; a decorator, a context, or started and stopped."""

    attribute_name = None

    def __init__(self, getter, attribute, new, spec, create, spec_set,
                 autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' "
                                 'together')
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' "
                                 'together')
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.new_callable = new_callable
        self.spec = spec
        self.create = create
        self.spec_set = spec_set
        self.autospec = autospec
        self.kwargs = kwargs
        self.additional_patchers = []

    def copy(self):
        made = _patch(self.getter, self.attribute, self.new, self.spec,
                      self.create, self.spec_set, self.autospec,
                      self.new_callable, self.kwargs)
        made.attribute_name = self.attribute_name
        made.additional_patchers = [one.copy()
                                    for one in self.additional_patchers]
        return made

    # As a decorator.

    def __call__(self, func):
        if isinstance(func, type):
            return self._decorate_class(func)
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func
        if inspect.iscoroutinefunction(func):
            @functools.wraps(func)
            async def patched(*args, **kwargs):
                with _entered(patched, args, kwargs) as (args, kwargs):
                    return await func(*args, **kwargs)
        else:
            @functools.wraps(func)
            def patched(*args, **kwargs):
                with _entered(patched, args, kwargs) as (args, kwargs):
                    return func(*args, **kwargs)
        patched.patchings = [self]
        return patched

    def _decorate_class(self, cls):
        for name in dir(cls):
            if not name.startswith(patch.TEST_PREFIX):
                continue
            value = getattr(cls, name)
            if hasattr(value, '__call__'):
                setattr(cls, name, self.copy()(value))
        return cls

    # As a context.

    def _original(self):
        """What is in the place, and whether it is in the object itself."""
        target, name = self.getter(), self.attribute
        try:
            return target.__dict__[name], True
        except (AttributeError, KeyError):
            found = getattr(target, name, DEFAULT)
        if name in dir(builtins) and isinstance(target, types.ModuleType):
            self.create = True
        if not self.create and found is DEFAULT:
            raise AttributeError(
                f'{target} does not have the attribute {name!r}')
        return found, False

    def __enter__(self):
        if getattr(self, 'is_started', False):
            raise RuntimeError('Patch is already started')
        self.target = self.getter()
        original, local = self._original()
        new = self._made(original)
        self.temp_original = original
        self.is_local = local
        self._exit_stack = contextlib.ExitStack()
        self.is_started = True
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is None:
                return new
            extra = {self.attribute_name: new} if self.new is DEFAULT else {}
            for other in self.additional_patchers:
                value = self._exit_stack.enter_context(other)
                if other.new is DEFAULT:
                    extra.update(value)
            return extra
        except BaseException:
            if not self.__exit__(*sys.exc_info()):
                raise

    def __exit__(self, *details):
        if not getattr(self, 'is_started', False):
            return None
        self.is_started = False
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and (
                    not hasattr(self.target, self.attribute)
                    or self.attribute in ('__doc__', '__module__',
                                          '__defaults__', '__annotations__',
                                          '__kwdefaults__')):
                # Some attributes of classes cannot be taken away.
                setattr(self.target, self.attribute, self.temp_original)
        del self.temp_original, self.is_local, self.target
        stack = self._exit_stack
        del self._exit_stack
        return stack.__exit__(*details)

    def start(self):
        """Enters; `stop` or `patch.stopall` leaves."""
        result = self.__enter__()
        _active.append(self)
        return result

    def stop(self):
        try:
            _active.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)

    # What to put there.

    def _made(self, original):
        spec, spec_set, autospec = self.spec, self.spec_set, self.autospec
        if spec is False:
            spec = None
        if spec_set is False:
            spec_set = None
        if autospec is False:
            autospec = None
        if spec is not None and autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if (spec is not None or autospec is not None) and spec_set not in (
                True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or "
                            'autospec')
        if self.new is DEFAULT and autospec is None:
            return self._made_by_class(original, spec, spec_set)
        if autospec is not None:
            return self._made_by_autospec(original, spec_set, autospec)
        if self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        return self.new

    def _made_by_class(self, original, spec, spec_set):
        from ._async import AsyncMock
        from ._magics import MagicMock, NonCallableMagicMock
        inherit = False
        if spec is True:
            spec = original
            if spec_set is True:
                spec_set, spec = original, None
        elif spec is not None:
            if spec_set is True:
                spec_set, spec = spec, None
        elif spec_set is True:
            spec_set = original
        if spec is not None or spec_set is not None:
            if original is DEFAULT:
                raise TypeError("Can't use 'spec' with create=True")
            inherit = isinstance(original, type)
        about = spec if spec is not None else spec_set
        if self.new_callable is not None:
            kind = self.new_callable
        elif about is None:
            kind = AsyncMock if _is_async(original) else MagicMock
        elif _is_async(about):
            kind = AsyncMock
        elif isinstance(about, list):
            kind = MagicMock if '__call__' in about else NonCallableMagicMock
        else:
            kind = MagicMock if callable(about) else NonCallableMagicMock
        options = {}
        if spec is not None:
            options['spec'] = spec
        if spec_set is not None:
            options['spec_set'] = spec_set
        if isinstance(kind, type) and issubclass(kind, NonCallableMock) and (
                self.attribute):
            options['name'] = self.attribute
        options.update(self.kwargs)
        new = kind(**options)
        if inherit and is_mock(new) and hasattr(new, 'return_value'):
            # The result of the class is an instance of it.
            options.pop('name', None)
            result_kind = kind if hasattr(
                about, '__call__') and not isinstance(about, type) else (
                MagicMock if '__call__' in dir(about) and hasattr(
                    about, '__call__') and '__call__' in vars(about)
                else NonCallableMagicMock)
            options = {key: value for key, value in options.items()
                       if key in ('spec', 'spec_set')}
            new.return_value = result_kind(_new_parent=new, _new_name='()',
                                           **options)
        return new

    def _made_by_autospec(self, original, spec_set, autospec):
        from ._autospec import create_autospec
        if self.new is not DEFAULT:
            raise TypeError("autospec creates the mock for you. Can't "
                            'specify autospec and new.')
        if original is DEFAULT:
            raise TypeError("Can't use 'autospec' with create=True")
        if autospec is True:
            autospec = original
        for thing, what in ((self.target, 'target'), (autospec, 'object')):
            if is_mock(thing):
                raise InvalidSpecError(
                    f'Cannot autospec attr {self.attribute!r} as the patch '
                    'target has already been mocked out. '
                    f'[target={self.target!r}, attr={autospec!r}]')
        return create_autospec(autospec, spec_set=bool(spec_set),
                               _name=self.attribute, **self.kwargs)


def _is_async(thing):
    if isinstance(thing, (staticmethod, classmethod)):
        thing = thing.__func__
    return inspect.iscoroutinefunction(thing)


@contextlib.contextmanager
def _entered(patched, args, kwargs):
    """All patches of a decorated function, and the arguments they add."""
    with contextlib.ExitStack() as stack:
        extra, named = [], {}
        for one in patched.patchings:
            value = stack.enter_context(one)
            if one.attribute_name is not None:
                named.update(value)
            elif one.new is DEFAULT:
                extra.append(value)
        yield (*args, *extra), {**kwargs, **named}


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None,
          autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    """Patches the attribute that a dotted name leads to."""
    getter, attribute = _target(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec,
                  new_callable, kwargs, unsafe=unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False,
                  spec_set=None, autospec=None, new_callable=None, *,
                  unsafe=False, **kwargs):
    """Patches an attribute of an object."""
    if isinstance(target, str):
        raise TypeError(f'{target!r} must be the actual object to be '
                        'patched, not a str')
    return _patch(lambda: target, attribute, new, spec, create, spec_set,
                  autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None,
                    autospec=None, new_callable=None, **kwargs):
    """Patches several attributes of an object."""
    getter = functools.partial(pkgutil.resolve_name, target) if isinstance(
        target, str) else (lambda: target)
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with '
                         'patch.multiple')
    made = []
    for attribute, new in kwargs.items():
        one = _patch(getter, attribute, new, spec, create, spec_set,
                     autospec, new_callable, {})
        one.attribute_name = attribute
        made.append(one)
    made[0].additional_patchers = made[1:]
    return made[0]


class _patch_dict:
    """Changes a dictionary, and later puts back what was in it."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = {**dict(values), **kwargs}
        self.clear = clear
        self._original = None

    def __call__(self, f):
        if isinstance(f, type):
            for name in dir(f):
                value = getattr(f, name)
                if name.startswith(patch.TEST_PREFIX) and hasattr(
                        value, '__call__'):
                    setattr(f, name, _patch_dict(
                        self.in_dict, self.values, self.clear)(value))
            return f
        if inspect.iscoroutinefunction(f):
            @functools.wraps(f)
            async def inside(*args, **kwargs):
                with self:
                    return await f(*args, **kwargs)
        else:
            @functools.wraps(f)
            def inside(*args, **kwargs):
                with self:
                    return f(*args, **kwargs)
        return inside

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = pkgutil.resolve_name(self.in_dict)
        target = self.in_dict
        try:
            self._original = target.copy()
        except AttributeError:
            self._original = {key: target[key] for key in target}
        if self.clear:
            _clear(target)
        try:
            target.update(self.values)
        except AttributeError:
            for key, value in self.values.items():
                target[key] = value
        return target

    def __exit__(self, *details):
        if self._original is None:
            return False
        target, original = self.in_dict, self._original
        self._original = None
        _clear(target)
        try:
            target.update(original)
        except AttributeError:
            for key in original:
                target[key] = original[key]
        return False

    def start(self):
        result = self.__enter__()
        _active.append(self)
        return result

    def stop(self):
        try:
            _active.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _clear(mapping):
    try:
        mapping.clear()
    except AttributeError:
        for key in list(mapping):
            del mapping[key]


def _stopall():
    """Stops all that were started, the last one first."""
    for one in reversed(list(_active)):
        one.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _stopall
patch.TEST_PREFIX = 'test'
