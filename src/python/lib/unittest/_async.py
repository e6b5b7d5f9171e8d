"""Tests that are coroutines."""

import asyncio
import contextvars
import inspect

from ._case import TestCase


class IsolatedAsyncioTestCase(TestCase):
    """Each test runs in an event loop of its own."""

    loop_factory = None

    def __init__(self, methodName='runTest'):
        super().__init__(methodName)
        self._runner = None
        self._context = contextvars.copy_context()

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        """Awaits a coroutine function after `asyncTearDown`."""
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        value = await cm.__aenter__()
        self.addAsyncCleanup(cm.__aexit__, None, None, None)
        return value

    def _in_loop(self, function, /, *args, **kwargs):
        """Calls a function; what it returns may have to be awaited."""
        async def call():
            result = function(*args, **kwargs)
            return await result if inspect.isawaitable(result) else result
        return self._runner.run(call(), context=self._context)

    def _callSetUp(self):
        self._runner.get_loop()
        self._context.run(self.setUp)
        self._in_loop(self.asyncSetUp)

    def _callTestMethod(self, method):
        self._in_loop(method)

    def _callTearDown(self):
        self._in_loop(self.asyncTearDown)
        self._context.run(self.tearDown)

    def _callCleanup(self, function, /, *args, **kwargs):
        self._in_loop(function, *args, **kwargs)

    def run(self, result=None):
        self._runner = asyncio.Runner(debug=True,
                                      loop_factory=self.loop_factory)
        try:
            return super().run(result)
        finally:
            self._runner.close()
            self._runner = None

    def debug(self):
        self._runner = asyncio.Runner(debug=True,
                                      loop_factory=self.loop_factory)
        try:
            super().debug()
        finally:
            self._runner.close()
            self._runner = None


IsolatedAsyncioTestCase.__module__ = 'unittest.async_case'
