"""`TestCase`: the base of test classes, and its assertions."""

import functools
import sys

from ._asserts import Asserts


class SkipTest(Exception):
    """The test is not to be run."""


SkipTest.__module__ = 'unittest.case'


def skip(reason):
    """The function or class is not to be tested."""
    if callable(reason) and not isinstance(reason, str):
        return skip('')(reason)

    def decorate(thing):
        if not isinstance(thing, type):
            @functools.wraps(thing)
            def skipped(*args, **kwargs):
                raise SkipTest(reason)
            thing = skipped
        thing.__unittest_skip__ = True
        thing.__unittest_skip_why__ = reason
        return thing
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else lambda thing: thing


def skipUnless(condition, reason):
    return skipIf(not condition, reason)


def expectedFailure(test_item):
    """The test passes if it fails."""
    test_item.__unittest_expecting_failure__ = True
    return test_item


class _SubTest:
    """What a result is told about a failed part of a test."""

    def __init__(self, test, message, params):
        self.test = test
        self._message = message
        self.params = params

    def _what(self):
        parts = [] if self._message is None else [f'[{self._message}]']
        if self.params:
            shown = ', '.join(f'{name}={value!r}'
                              for name, value in self.params.items())
            parts.append(f'({shown})')
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return f'{self.test.id()} {self._what()}'

    def shortDescription(self):
        return self.test.shortDescription()

    def __str__(self):
        return f'{self.test} {self._what()}'


class TestCase(Asserts):
    """One test: the method whose name it is made with."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 640
    _class_cleanups = []

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        method = getattr(self, methodName, None)
        if method is None and methodName != 'runTest':
            raise ValueError(
                f'no such test method in {type(self)}: {methodName}')
        self._testMethodDoc = getattr(method, '__doc__', None)
        self._cleanups = []
        self._result = None
        self._failed_parts = 0

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from ._run import TestResult
        return TestResult()

    def id(self):
        cls = type(self)
        return f'{cls.__module__}.{cls.__qualname__}.{self._testMethodName}'

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split('\n')[0].strip() if doc else None

    def __str__(self):
        return f'{self._testMethodName} ({self.id()})'

    def __repr__(self):
        cls = type(self)
        return (f'<{cls.__module__}.{cls.__qualname__} '
                f'testMethod={self._testMethodName}>')

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def addCleanup(self, function, /, *args, **kwargs):
        """Calls a function after `tearDown`; the last one first."""
        self._cleanups.append((function, args, kwargs))

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups = [*cls._class_cleanups,
                               (function, args, kwargs)]

    @classmethod
    def doClassCleanups(cls):
        while cls._class_cleanups:
            *cls._class_cleanups, (function, args, kwargs) = (
                cls._class_cleanups)
            function(*args, **kwargs)

    def enterContext(self, cm):
        value = cm.__enter__()
        self.addCleanup(cm.__exit__, None, None, None)
        return value

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def subTest(self, msg=None, **params):
        return _Part(self, msg, params)

    def run(self, result=None):
        """Runs the test and tells the result how it went."""
        own = result is None
        if own:
            result = self.defaultTestResult()
            result.startTestRun()
        result.startTest(self)
        self._result = result
        self._failed_parts = 0
        try:
            method = getattr(self, self._testMethodName)
            for thing in (type(self), method):
                if getattr(thing, '__unittest_skip__', False):
                    result.addSkip(
                        self, getattr(thing, '__unittest_skip_why__', ''))
                    return result
            expecting = getattr(
                method, '__unittest_expecting_failure__', False) or getattr(
                self, '__unittest_expecting_failure__', False)
            self._run_method(method, result, expecting)
            return result
        finally:
            self._result = None
            result.stopTest(self)
            if own:
                result.stopTestRun()

    def _run_method(self, method, result, expecting):
        problems = []
        if self._attempt(self._callSetUp, problems):
            self._attempt(lambda: self._callTestMethod(method), problems)
            self._attempt(self._callTearDown, problems)
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._attempt(
                lambda: self._callCleanup(function, *args, **kwargs),
                problems)
        skips = [p for p in problems if issubclass(p[0], SkipTest)]
        for problem in skips:
            result.addSkip(self, str(problem[1]))
        problems = [p for p in problems if not issubclass(p[0], SkipTest)]
        if expecting:
            if problems:
                result.addExpectedFailure(self, problems[0])
            elif not skips:
                result.addUnexpectedSuccess(self)
            return
        for problem in problems:
            self._report(self, problem)
        if not problems and not skips and not self._failed_parts:
            result.addSuccess(self)

    def _attempt(self, function, problems):
        try:
            function()
        except KeyboardInterrupt:
            raise
        except BaseException as exception:
            if isinstance(exception, (SystemExit, GeneratorExit)):
                raise
            problems.append(sys.exc_info())
            return False
        return True

    def _report(self, test, problem):
        if issubclass(problem[0], self.failureException):
            self._result.addFailure(test, problem)
        else:
            self._result.addError(test, problem)

    # What the asynchronous test case does in its loop.

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            import warnings
            warnings.warn(
                'It is deprecated to return a value that is not None from a '
                f'test case ({method})', DeprecationWarning, stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def doCleanups(self):
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)
        return True

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Runs the test and lets its exceptions through."""
        self._callSetUp()
        self._callTestMethod(getattr(self, self._testMethodName))
        self._callTearDown()
        self.doCleanups()


class _Part:
    """`with self.subTest(...)`: its failure does not end the test."""

    def __init__(self, test, message, params):
        self._test = test
        self._sub = _SubTest(test, message, params)

    def __enter__(self):
        return None

    def __exit__(self, kind, value, tb):
        test = self._test
        if kind is None or test._result is None:
            return False
        if issubclass(kind, SkipTest):
            test._result.addSkip(self._sub, str(value))
        elif issubclass(kind, Exception):
            test._report(self._sub, (kind, value, tb))
        else:
            return False
        test._failed_parts += 1
        return True


class FunctionTestCase(TestCase):
    """A test made from a function."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._set_up, self._tear_down = setUp, tearDown
        self._function = testFunc
        self._description = description

    def setUp(self):
        if self._set_up is not None:
            self._set_up()

    def tearDown(self):
        if self._tear_down is not None:
            self._tear_down()

    def runTest(self):
        self._function()

    def id(self):
        return self._function.__name__

    def shortDescription(self):
        return self._description
