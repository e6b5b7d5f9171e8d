"""Tests that are coroutines."""

import asyncio
import contextvars
import inspect
import warnings

from .case import TestCase


class IsolatedAsyncioTestCase(TestCase):
    """Each test runs in an event loop of its own."""

    loop_factory = None

    def __init__(self, methodName='runTest'):
        super().__init__(methodName)
        self._asyncioRunner = None
        self._asyncioTestContext = contextvars.copy_context()

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        """Awaits a coroutine function after `asyncTearDown`."""
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        kind = type(cm)
        try:
            enter, leave = kind.__aenter__, kind.__aexit__
        except AttributeError:
            raise TypeError(
                f"'{kind.__module__}.{kind.__qualname__}' object does not "
                'support the asynchronous context manager protocol') from None
        value = await enter(cm)
        self.addAsyncCleanup(leave, cm, None, None, None)
        return value

    def __in_loop(self, function, /, *args, **kwargs):
        """Calls a coroutine function in the loop, any other in the context."""
        if inspect.iscoroutinefunction(function):
            return self._asyncioRunner.run(function(*args, **kwargs),
                                           context=self._asyncioTestContext)
        return self._asyncioTestContext.run(function, *args, **kwargs)

    def _callSetUp(self):
        self._asyncioRunner.get_loop()
        self._asyncioTestContext.run(self.setUp)
        self.__in_loop(self.asyncSetUp)

    def _callTestMethod(self, method):
        if self.__in_loop(method) is not None:
            warnings.warn(
                'It is deprecated to return a value that is not None from a '
                f'test case ({method})', DeprecationWarning, stacklevel=4)

    def _callTearDown(self):
        self.__in_loop(self.asyncTearDown)
        self._asyncioTestContext.run(self.tearDown)

    def _callCleanup(self, function, /, *args, **kwargs):
        self.__in_loop(function, *args, **kwargs)

    def __with_runner(self, function, *args):
        self._asyncioRunner = asyncio.Runner(debug=True,
                                             loop_factory=self.loop_factory)
        try:
            return function(*args)
        finally:
            self._asyncioRunner.close()
            self._asyncioRunner = None

    def run(self, result=None):
        return self.__with_runner(super().run, result)

    def debug(self):
        self.__with_runner(super().debug)


__unittest = True
