"""`Mock`: can be called, and remembers how."""

from ._base import Base, NonCallableMock, is_exception
from ._calls import DEFAULT, _Call


class CallableMixin(Base):
    """Calling a mock: note the call, then give or raise what is due."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT,
                 wraps=None, name=None, spec_set=None, parent=None,
                 _spec_state=None, _new_name='', _new_parent=None, **kwargs):
        self.__dict__['_mock_return_value'] = return_value
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state,
                         _new_name, _new_parent, **kwargs)
        self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._increment_mock_call(*args, **kwargs)
        return self._execute_mock_call(*args, **kwargs)

    def _mock_check_sig(self, /, *args, **kwargs):
        """TypeError for a call that the spec's signature does not allow."""
        if self.__dict__.get('_mock_checks_signature'):
            self._spec_signature.bind(*args, **kwargs)

    def _increment_mock_call(self, /, *args, **kwargs):
        """Notes the call here and in all parents."""
        own = self.__dict__
        self.called = True
        self.call_count += 1
        made = _Call((args, kwargs), two=True)
        self.call_args = made
        self.call_args_list.append(made)
        self.mock_calls.append(_Call(('', args, kwargs)))
        is_method = own['_mock_parent'] is not None
        method_name = own['_mock_name']
        name = own['_mock_new_name']
        is_result = name == '()'
        parent = own['_mock_new_parent']
        while parent is not None:
            above = parent.__dict__
            if is_method:
                parent.method_calls.append(_Call((method_name, args, kwargs)))
                is_method = above['_mock_parent'] is not None
                if is_method:
                    method_name = f'{above["_mock_name"]}.{method_name}'
            parent.mock_calls.append(_Call((name, args, kwargs)))
            if above['_mock_new_name']:
                dot = '' if is_result else '.'
                is_result = above['_mock_new_name'] == '()'
                name = f'{above["_mock_new_name"]}{dot}{name}'
            parent = above['_mock_new_parent']

    def _execute_mock_call(self, /, *args, **kwargs):
        effect = self.side_effect
        if effect is not None:
            if is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        wraps = self.__dict__['_mock_wraps']
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        function = self.__dict__.get('_mock_delegate')
        if function is not None and function.return_value is not DEFAULT:
            return function.return_value
        if wraps is not None:
            return wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """An object whose attributes and results are mocks."""

    _mock_takes_async_spec = True


class PropertyMock(Mock):
    """A property of a class: reading and writing it are calls."""

    def _get_child_mock(self, /, **kwargs):
        from ._magics import MagicMock
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)
