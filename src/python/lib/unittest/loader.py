"""Finding tests in classes and modules."""

import functools
import importlib
import sys
import traceback
import types
from fnmatch import fnmatchcase

from . import case, suite, util


class _FailedTest(case.TestCase):
    """A test that could not be found: running it raises why."""

    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattr__(name)

        def fail():
            raise self._exception
        return fail


class TestLoader:
    """Makes suites of tests."""

    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    testNamePatterns = None
    suiteClass = suite.TestSuite

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        """The names of the test methods, sorted."""
        def is_test(name):
            if not name.startswith(self.testMethodPrefix) or not callable(
                    getattr(testCaseClass, name)):
                return False
            full = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}'
            return self.testNamePatterns is None or any(
                fnmatchcase(f'{full}.{name}', pattern)
                for pattern in self.testNamePatterns)

        names = list(filter(is_test, dir(testCaseClass)))
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError('Test cases should not be derived from '
                            'TestSuite. Maybe you meant to derive from '
                            'TestCase?')
        if testCaseClass in (case.TestCase, case.FunctionTestCase):
            return self.suiteClass()
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        """All tests of a module; its `load_tests` may change them."""
        tests = [self.loadTestsFromTestCase(found)
                 for found in [getattr(module, name) for name in dir(module)]
                 if isinstance(found, type)
                 and issubclass(found, case.TestCase)
                 and found not in (case.TestCase, case.FunctionTestCase)
                 and found.__module__ != 'unittest.async_case']
        tests = self.suiteClass(tests)
        load_tests = getattr(module, 'load_tests', None)
        if load_tests is not None:
            try:
                return load_tests(self, tests, pattern)
            except Exception as problem:
                return self._failed(
                    module.__name__, 'Failed to call load_tests:\n'
                    + traceback.format_exc(), problem)
        return tests

    def _failed(self, name, message, problem=None):
        self.errors.append(message)
        return self.suiteClass([_FailedTest(
            name, ImportError(message) if problem is None else problem)])

    def loadTestsFromName(self, name, module=None):
        """Tests of a dotted name: module, class, method or function."""
        parts = name.split('.')
        parent = None
        if module is None:
            rest = list(parts)
            while rest:
                try:
                    module = importlib.import_module('.'.join(rest))
                    break
                except ImportError:
                    missing = rest.pop()
            if not rest:
                return self._failed(
                    missing, f'Failed to import test module: {missing}\n'
                    + traceback.format_exc())
            parts = parts[len(rest):]
        found = module
        for part in parts:
            try:
                parent, found = found, getattr(found, part)
            except AttributeError as problem:
                return self._failed(
                    part, f'Failed to access attribute:\n'
                    + traceback.format_exc(), problem)
        return self._tests_of(found, parent, parts, name)

    def _tests_of(self, found, parent, parts, name):
        if isinstance(found, types.ModuleType):
            return self.loadTestsFromModule(found)
        if isinstance(found, type) and issubclass(found, case.TestCase):
            return self.loadTestsFromTestCase(found)
        if isinstance(found, types.FunctionType) and isinstance(
                parent, type) and issubclass(parent, case.TestCase):
            return self.suiteClass([parent(parts[-1])])
        if isinstance(found, suite.BaseTestSuite):
            return found
        if callable(found):
            test = found()
            if isinstance(test, suite.BaseTestSuite):
                return test
            if isinstance(test, case.TestCase):
                return self.suiteClass([test])
            raise TypeError(f'calling {found} returned {test}, not a test')
        raise TypeError(
            f"don't know how to make test from: {found}")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module)
                                for name in names])

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        """Modules are not looked for in files here: there are none."""
        raise ImportError(f'Start directory is not importable: {start_dir!r}')


defaultTestLoader = TestLoader()


def _loader(prefix, sort_using, suite_class=None):
    made = TestLoader()
    made.sortTestMethodsUsing = sort_using
    made.testMethodPrefix = prefix
    if suite_class is not None:
        made.suiteClass = suite_class
    return made


def _deprecated(old, new):
    import warnings
    warnings.warn(
        f'unittest.{old}() is deprecated and will be removed in Python 3.13. '
        f'Please use unittest.TestLoader.{new}() instead.',
        DeprecationWarning, stacklevel=3)


def getTestCaseNames(testCaseClass, prefix, sortUsing=util.three_way_cmp,
                     testNamePatterns=None):
    _deprecated('getTestCaseNames', 'getTestCaseNames')
    return _loader(prefix, sortUsing).getTestCaseNames(testCaseClass)


def makeSuite(testCaseClass, prefix='test', sortUsing=util.three_way_cmp,
              suiteClass=suite.TestSuite):
    _deprecated('makeSuite', 'loadTestsFromTestCase')
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromTestCase(
        testCaseClass)


def findTestCases(module, prefix='test', sortUsing=util.three_way_cmp,
                  suiteClass=suite.TestSuite):
    _deprecated('findTestCases', 'loadTestsFromModule')
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromModule(module)
__unittest = True
