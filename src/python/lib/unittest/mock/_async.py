"""`AsyncMock`: calling it gives a coroutine."""

import inspect

from ._base import Base, is_exception
from ._callable import CallableMixin, Mock
from ._calls import DEFAULT, _Call, _CallList
from ._magics import MagicMixin, _DEFAULTS


class AsyncMockMixin(Base):
    """Notes awaiting apart from calling."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        own = self.__dict__
        own['_is_coroutine_mark'] = inspect._kinds._coroutine_mark
        own['await_count'] = 0
        own['await_args'] = None
        own['await_args_list'] = _CallList()

    def _plain_names(self):
        # Special methods that are not coroutine functions.
        return _DEFAULTS

    async def _execute_mock_call(self, /, *args, **kwargs):
        made = _Call((args, kwargs), two=True)
        self.await_count += 1
        self.await_args = made
        self.await_args_list.append(made)
        effect = self.side_effect
        if effect is not None:
            if is_exception(effect):
                raise effect
            if not callable(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    # A coroutine cannot raise StopIteration.
                    raise StopAsyncIteration from None
                if is_exception(result):
                    raise result
            elif inspect.iscoroutinefunction(effect):
                result = await effect(*args, **kwargs)
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        wraps = self.__dict__['_mock_wraps']
        if wraps is not None:
            if inspect.iscoroutinefunction(wraps):
                return await wraps(*args, **kwargs)
            return wraps(*args, **kwargs)
        return self.return_value

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.await_count = 0
        self.await_args = None
        self.await_args_list = _CallList()

    def _awaits_repr(self):
        return f'\nAwaits: {self.await_args_list}.'

    def assert_awaited(self):
        if self.await_count == 0:
            raise AssertionError(
                f'Expected {self._named()} to have been awaited.')

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(
                f'Expected {self._named()} to have been awaited once. '
                f'Awaited {self.await_count} times.')

    def assert_awaited_with(self, /, *args, **kwargs):
        wanted_text = self._shown(args, kwargs)
        if self.await_args is None:
            raise AssertionError(
                f'Expected await: {wanted_text}\nNot awaited')
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        if self._call_matcher(self.await_args) != wanted:
            cause = wanted if isinstance(wanted, Exception) else None
            raise AssertionError(
                f'expected await not found.\nExpected: {wanted_text}\n'
                f'  Actual: {self._shown(*self.await_args)}') from cause

    def assert_awaited_once_with(self, /, *args, **kwargs):
        if self.await_count != 1:
            raise AssertionError(
                f'Expected {self._named()} to have been awaited once. '
                f'Awaited {self.await_count} times.')
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        made = [self._call_matcher(one) for one in self.await_args_list]
        cause = wanted if isinstance(wanted, Exception) else None
        if cause or not any(one == wanted for one in made):
            raise AssertionError(
                f'{self._shown(args, kwargs)} await not found') from cause

    def assert_has_awaits(self, calls, any_order=False):
        wanted = [self._call_matcher(one) for one in calls]
        made = _CallList(self._call_matcher(one)
                         for one in self.await_args_list)
        cause = next((one for one in wanted
                      if isinstance(one, Exception)), None)
        if not any_order:
            if wanted not in made:
                problem = 'Awaits not found.'
                if cause is not None:
                    errors = [one if isinstance(one, Exception) else None
                              for one in wanted]
                    problem = ('Error processing expected awaits.\n'
                               f'Errors: {errors}')
                raise AssertionError(
                    f'{problem}\nExpected: {_CallList(calls)}\n'
                    f'Actual: {self.await_args_list}') from cause
            return
        left, missing = list(made), []
        for one in wanted:
            try:
                left.remove(one)
            except ValueError:
                missing.append(one)
        if missing:
            raise AssertionError(
                f'{tuple(missing)!r} not all found in await list') from cause

    def assert_not_awaited(self):
        if self.await_count != 0:
            raise AssertionError(
                f'Expected {self._named()} to not have been awaited. Awaited '
                f'{self.await_count} times.')


class AsyncMock(AsyncMockMixin, MagicMixin, Mock):
    """A MagicMock for coroutine functions."""
