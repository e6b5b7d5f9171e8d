"""`create_autospec`: a mock with the attributes and signatures of another."""

import functools
import inspect
import types

from ._base import (
    InvalidSpecError, LateSpec, NonCallableMock, _static, is_mock,
    signature_of)
from ._calls import DEFAULT

_FUNCTIONS = (types.FunctionType, types.MethodType)


def create_autospec(spec, spec_set=False, instance=False, _parent=None,
                    _name=None, *, unsafe=False, _skip_first=None, **kwargs):
    """A mock for `spec`; its attributes are made like this too."""
    from ._async import AsyncMock
    from ._magics import MagicMock, NonCallableMagicMock
    if isinstance(spec, list):
        spec = type(spec)
    is_class = isinstance(spec, type)
    if is_mock(spec):
        raise InvalidSpecError(
            'Cannot autospec a Mock object. [object={!r}]'.format(spec))
    is_async = inspect.iscoroutinefunction(spec)
    if is_async and instance:
        raise RuntimeError('Instance can not be True when create_autospec is '
                           'mocking an async function')
    options = {'spec_set' if spec_set else 'spec': spec}
    if spec is None:
        options = {}
    if kwargs and instance:
        kwargs = dict(kwargs)
    options['unsafe'] = unsafe
    options.update(kwargs)
    if inspect.isdatadescriptor(spec):
        options = {}
        kind = MagicMock
    elif is_class and instance and '__call__' not in dir_without_type(spec):
        kind = NonCallableMagicMock
    elif not callable(spec):
        kind = NonCallableMagicMock
    elif is_async:
        kind = AsyncMock
    else:
        kind = MagicMock
    name = options.pop('name', _name)
    new_name = '' if _parent is None else name
    mock = kind(parent=_parent, _new_parent=_parent, _new_name=new_name,
                name=name, **options)
    if isinstance(spec, _FUNCTIONS):
        made = _function_for(mock, spec, is_async, _skip_first)
        _add_attributes(mock, spec, spec_set)
        for name in mock._mock_children:
            setattr(made, name, getattr(mock, name))
        return made
    signature = signature_of(spec, instance)
    if signature is not None and isinstance(
            mock, NonCallableMock) and kind is not NonCallableMagicMock:
        mock.__dict__['_spec_signature'] = signature
        mock.__dict__['_mock_checks_signature'] = True
    if _parent is not None and not instance:
        _parent._mock_children[name] = mock
    if is_class and not instance and 'return_value' not in kwargs:
        mock.return_value = create_autospec(
            spec, spec_set, instance=True, _name='()', _parent=mock)
    _add_attributes(mock, spec, spec_set)
    return mock


def dir_without_type(cls):
    """Names that instances of a class have."""
    return {name for base in cls.__mro__ for name in vars(base)}


def _add_attributes(mock, spec, spec_set):
    from ._base import ALL_MAGICS
    for name in dir(spec):
        if name in ALL_MAGICS or name.startswith('__'):
            continue
        try:
            original = getattr(spec, name)
        except AttributeError:
            continue
        if is_mock(original):
            continue
        static = _static(spec, name)
        if isinstance(original, _FUNCTIONS):
            make = functools.partial(
                _method_for, original, spec_set, mock, name,
                _skips_first(static, spec))
        elif isinstance(static, property):
            make = functools.partial(_property_for, mock, name)
        else:
            make = functools.partial(create_autospec, original, spec_set,
                                     False, mock, name)
        mock.__dict__['_mock_children'][name] = LateSpec(make)


def _property_for(parent, name):
    from ._magics import MagicMock
    return MagicMock(parent=parent, name=name, _new_name=name,
                     _new_parent=parent)


def _skips_first(static, spec):
    """Whether calls leave out the function's first parameter, `self`."""
    return isinstance(spec, type) and not isinstance(
        static, (staticmethod, classmethod))


def _method_for(original, spec_set, parent, name, skip_first):
    """A mock for a function that is an attribute, with its signature."""
    from ._async import AsyncMock
    from ._magics import MagicMock
    kind = AsyncMock if inspect.iscoroutinefunction(original) else MagicMock
    options = {'spec_set' if spec_set else 'spec': original}
    made = kind(parent=parent, name=name, _new_name=name, _new_parent=parent,
                **options)
    signature = signature_of(original, skip_first=skip_first)
    if signature is not None:
        made.__dict__['_spec_signature'] = signature
        made.__dict__['_mock_checks_signature'] = True
    made.return_value = kind()
    return made


def _function_for(mock, spec, is_async, skip_first):
    """A function with the signature of `spec` that calls the mock."""
    signature = signature_of(spec, skip_first=bool(skip_first))
    mock.__dict__['_spec_signature'] = signature
    if is_async:
        async def made(*args, **kwargs):
            signature.bind(*args, **kwargs)
            return await mock(*args, **kwargs)
    else:
        def made(*args, **kwargs):
            signature.bind(*args, **kwargs)
            return mock(*args, **kwargs)
    made.__name__ = made.__qualname__ = spec.__name__
    made.__doc__ = spec.__doc__
    made.__module__ = spec.__module__
    made.__signature__ = signature
    made.__wrapped__ = spec
    _set_up_function(made, mock)
    return made


def _set_up_function(made, mock):
    """Gives a function what a mock has; the mock asks the function."""
    from ._calls import _CallList
    made.mock = mock
    made.called = False
    made.call_count = 0
    made.call_args = None
    made.call_args_list = _CallList()
    made.method_calls = _CallList()
    made.mock_calls = _CallList()
    made.return_value = mock._mock_return_value
    if made.return_value is DEFAULT:
        made.return_value = mock.return_value
    made.side_effect = mock.side_effect
    made._mock_children = mock._mock_children
    for name in dir(type(mock)):
        if name.startswith('assert_') or name in (
                'attach_mock', 'configure_mock', 'mock_add_spec'):
            setattr(made, name, getattr(mock, name))

    def reset_mock():
        made.method_calls = _CallList()
        made.mock_calls = _CallList()
        mock.reset_mock()
        value = made.return_value
        if is_mock(value) and value is not made:
            value.reset_mock()

    made.reset_mock = reset_mock
    mock.__dict__['_mock_delegate'] = made
