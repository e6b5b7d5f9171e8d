"""Several tests, with what is to be done once for their class or module."""

import sys

from .case import SkipTest, doModuleCleanups
from .util import strclass


class BaseTestSuite:
    """Tests and suites in a row."""

    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def __repr__(self):
        return f'<{strclass(type(self))} tests={list(self)}>'

    def __eq__(self, other):
        if not isinstance(other, type(self)):
            return NotImplemented
        return list(self) == list(other)

    __hash__ = None

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        if isinstance(test, type) and (
                hasattr(test, 'countTestCases') or issubclass(test, TestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated '
                            'before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a '
                            'string')
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for test in self:
            if result.shouldStop:
                break
            test(result)
        return result

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    """Also calls `setUpClass`, `setUpModule` and their counterparts."""

    def run(self, result, debug=False):
        outermost = not getattr(result, '_testRunEntered', False)
        if outermost:
            result._testRunEntered = True
        for test in self:
            if result.shouldStop:
                break
            if _is_test(test):
                self._change_class(test, result)
                result._previousTestClass = type(test)
                if getattr(type(test), '_classSetupFailed', False) or (
                        getattr(result, '_moduleSetUpFailed', False)):
                    continue
            if debug:
                test.debug()
            else:
                test(result)
        if outermost:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_Debugged(), True)

    def _change_class(self, test, result):
        """Does what is due between tests of two classes."""
        if type(test) is getattr(result, '_previousTestClass', None):
            return
        self._leave_class(test, result)
        self._change_module(test, result)
        cls = type(test)
        if getattr(result, '_moduleSetUpFailed', False) or getattr(
                cls, '__unittest_skip__', False):
            return
        cls._classSetupFailed = False
        set_up = getattr(cls, 'setUpClass', None)
        if set_up is None:
            return
        failed = self._guarded(set_up, 'setUpClass', strclass(cls), result)
        if failed:
            cls._classSetupFailed = True
            self._clean_class(cls, 'setUpClass', result)

    def _clean_class(self, cls, name, result):
        clean = getattr(cls, 'doClassCleanups', None)
        if clean is not None:
            clean()
            for problem in cls.tearDown_exceptions:
                self._report(problem, name, strclass(cls), result)

    def _leave_class(self, test, result):
        cls = getattr(result, '_previousTestClass', None)
        if cls is None or cls is type(test) or getattr(
                cls, '_classSetupFailed', False) or getattr(
                result, '_moduleSetUpFailed', False) or getattr(
                cls, '__unittest_skip__', False):
            return
        tear_down = getattr(cls, 'tearDownClass', None)
        if tear_down is not None:
            self._guarded(tear_down, 'tearDownClass', strclass(cls), result)
        self._clean_class(cls, 'tearDownClass', result)

    def _change_module(self, test, result):
        before = getattr(result, '_previousTestClass', None)
        if before is not None and before.__module__ == type(test).__module__:
            return
        self._leave_module(result)
        result._moduleSetUpFailed = False
        name = type(test).__module__
        set_up = getattr(sys.modules.get(name), 'setUpModule', None)
        if set_up is not None:
            result._moduleSetUpFailed = self._guarded(
                set_up, 'setUpModule', name, result)
            if result._moduleSetUpFailed:
                self._guarded(doModuleCleanups, 'setUpModule', name, result)

    def _leave_module(self, result):
        before = getattr(result, '_previousTestClass', None)
        if before is None or getattr(result, '_moduleSetUpFailed', False):
            return
        name = before.__module__
        module = sys.modules.get(name)
        if module is None:
            return
        tear_down = getattr(module, 'tearDownModule', None)
        if tear_down is not None:
            self._guarded(tear_down, 'tearDownModule', name, result)
        self._guarded(doModuleCleanups, 'tearDownModule', name, result)

    def _guarded(self, function, name, place, result):
        """Whether a call failed; what it printed belongs to the report."""
        getattr(result, '_setupStdout', lambda: None)()
        try:
            function()
            return False
        except Exception:
            if isinstance(result, _Debugged):
                raise
            self._report(sys.exc_info(), name, place, result)
            return True
        finally:
            getattr(result, '_restoreStdout', lambda: None)()

    def _report(self, problem, name, place, result):
        holder = _ErrorHolder(f'{name} ({place})')
        if isinstance(problem[1], SkipTest):
            result.addSkip(holder, str(problem[1]))
        else:
            result.addError(holder, problem)


class _ErrorHolder:
    """Stands for a class or module in a report."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f'<ErrorHolder description={self.description!r}>'

    def __str__(self):
        return self.id()

    def countTestCases(self):
        return 0


class _Debugged:
    """A result that nobody asks."""

    shouldStop = False


def _is_test(test):
    try:
        iter(test)
    except TypeError:
        return True
    return False


__unittest = True
