"""Finding tests, running them, and telling how they went."""

import sys
import time
import traceback

from ._case import SkipTest, TestCase

_LINE = '=' * 70
_THIN = '-' * 70


class TestSuite:
    """Several tests or suites."""

    def __init__(self, tests=()):
        self._tests = list(tests)

    def __iter__(self):
        return iter(self._tests)

    def addTest(self, test):
        if isinstance(test, type):
            raise TypeError('TestCases and TestSuites must be instantiated '
                            'before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        for test in tests:
            self.addTest(test)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self)

    def _flat(self):
        for test in self:
            if isinstance(test, TestSuite):
                yield from test._flat()
            else:
                yield test

    def run(self, result):
        """Runs all, with `setUpClass` and `tearDownClass` around each class."""
        current, usable = None, True
        for test in self._flat():
            if result.shouldStop:
                break
            cls = type(test)
            if cls is not current:
                self._leave(current, usable, result)
                current, usable = cls, self._enter(cls, result)
            if usable:
                test(result)
        self._leave(current, usable, result)
        return result

    def _enter(self, cls, result):
        if getattr(cls, '__unittest_skip__', False) or not hasattr(
                cls, 'setUpClass'):
            return True
        return _guarded(cls, 'setUpClass', cls.setUpClass, result)

    def _leave(self, cls, usable, result):
        if cls is None or getattr(cls, '__unittest_skip__', False) or (
                not hasattr(cls, 'tearDownClass')):
            return
        if usable:
            _guarded(cls, 'tearDownClass', cls.tearDownClass, result)
        _guarded(cls, 'tearDownClass', cls.doClassCleanups, result)

    def __call__(self, result):
        return self.run(result)

    def __repr__(self):
        return f'<unittest.suite.TestSuite tests={self._tests!r}>'


class _Fixture:
    """Stands for a class's fixture in a report."""

    def __init__(self, text):
        self._text = text

    def id(self):
        return self._text

    __str__ = __repr__ = id

    def shortDescription(self):
        return None


def _guarded(cls, name, function, result):
    try:
        function()
    except SkipTest as skip:
        result.addSkip(_Fixture(f'{name} ({cls.__module__}.'
                                f'{cls.__qualname__})'), str(skip))
        return False
    except Exception:
        result.addError(_Fixture(f'{name} ({cls.__module__}.'
                                 f'{cls.__qualname__})'), sys.exc_info())
        return False
    return True


class TestLoader:
    """Finds tests in classes and modules."""

    testMethodPrefix = 'test'
    suiteClass = TestSuite

    def getTestCaseNames(self, testCaseClass):
        return sorted(name for name in dir(testCaseClass)
                      if name.startswith(self.testMethodPrefix)
                      and callable(getattr(testCaseClass, name)))

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        suites = [self.loadTestsFromTestCase(found)
                  for found in vars(module).copy().values()
                  if isinstance(found, type) and issubclass(found, TestCase)
                  and found is not TestCase
                  and not found.__module__.startswith('unittest')]
        return self.suiteClass(suites)

    def loadTestsFromName(self, name, module=None):
        found = module
        for part in name.split('.'):
            parent, found = found, getattr(found, part)
        if isinstance(found, type) and issubclass(found, TestCase):
            return self.loadTestsFromTestCase(found)
        if isinstance(parent, type) and issubclass(parent, TestCase):
            return self.suiteClass([parent(part)])
        return found() if callable(found) else found

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module)
                                for name in names])


defaultTestLoader = TestLoader()


class TestResult:
    """How the tests went."""

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures = []
        self.errors = []
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.testsRun = 0
        self.shouldStop = False
        self.failfast = False

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def addSuccess(self, test):
        pass

    def addError(self, test, err):
        self.errors.append((test, self._text(err)))
        self._failed()

    def addFailure(self, test, err):
        self.failures.append((test, self._text(err)))
        self._failed()

    def _failed(self):
        if self.failfast:
            self.stop()

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def _text(self, err):
        """The traceback, without the frames of this package."""
        kind, value, tb = err
        while tb is not None and tb.tb_frame.f_globals.get(
                '__name__', '').startswith(('unittest', 'asyncio')):
            tb = tb.tb_next
        entries = traceback.extract_tb(tb)
        while entries and entries[-1].filename.startswith('<library>/unittest'):
            entries.pop()
        lines = ['Traceback (most recent call last):\n'] if entries else []
        lines += traceback.format_list(entries)
        lines += traceback.format_exception_only(kind, value)
        return ''.join(lines)

    def __repr__(self):
        return (f'<unittest.result.TestResult run={self.testsRun} '
                f'errors={len(self.errors)} failures={len(self.failures)}>')


class TextTestResult(TestResult):
    """Also writes how each test went."""

    def __init__(self, stream, descriptions=True, verbosity=1):
        super().__init__()
        self.stream = stream
        self.descriptions = descriptions
        self.showAll = verbosity > 1
        self.dots = verbosity == 1

    def getDescription(self, test):
        short = test.shortDescription()
        return f'{test}\n{short}' if self.descriptions and short else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(f'{self.getDescription(test)} ... ')

    def _show(self, word, dot):
        if self.showAll:
            self.stream.write(word + '\n')
        elif self.dots:
            self.stream.write(dot)

    def addSuccess(self, test):
        self._show('ok', '.')

    def addError(self, test, err):
        super().addError(test, err)
        self._show('ERROR', 'E')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._show('FAIL', 'F')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._show(f'skipped {reason!r}', 's')

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._show('expected failure', 'x')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._show('unexpected success', 'u')

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.write('\n')
        for word, problems in (('ERROR', self.errors),
                               ('FAIL', self.failures)):
            for test, text in problems:
                self.stream.write(
                    f'{_LINE}\n{word}: {self.getDescription(test)}\n'
                    f'{_THIN}\n{text}\n')
        if self.unexpectedSuccesses:
            self.stream.write(_LINE + '\n')
            for test in self.unexpectedSuccesses:
                self.stream.write(
                    f'UNEXPECTED SUCCESS: {self.getDescription(test)}\n')


class TextTestRunner:
    """Runs tests and writes a report to stderr."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1,
                 failfast=False, buffer=False, resultclass=None, **kwargs):
        self.stream = sys.stderr if stream is None else stream
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        if resultclass is not None:
            self.resultclass = resultclass

    def run(self, test):
        result = self.resultclass(self.stream, self.descriptions,
                                  self.verbosity)
        result.failfast = self.failfast
        start = time.perf_counter()
        result.startTestRun()
        try:
            test(result)
        finally:
            result.stopTestRun()
        taken = time.perf_counter() - start
        if hasattr(result, 'printErrors'):
            result.printErrors()
        plural = '' if result.testsRun == 1 else 's'
        write = self.stream.write
        write(f'{_THIN}\nRan {result.testsRun} test{plural} in '
              f'{taken:.3f}s\n\n')
        notes = [f'{name}={len(items)}' for name, items in (
            ('failures', result.failures), ('errors', result.errors),
            ('skipped', result.skipped),
            ('expected failures', result.expectedFailures),
            ('unexpected successes', result.unexpectedSuccesses)) if items]
        if not result.wasSuccessful():
            word = 'FAILED'
        elif result.testsRun == 0 and not result.skipped:
            word = 'NO TESTS RAN'
        else:
            word = 'OK'
        write(word + (f' ({", ".join(notes)})' if notes else '') + '\n')
        return result


class TestProgram:
    """`unittest.main()`: runs the tests of a module, then ends the program."""

    def __init__(self, module='__main__', defaultTest=None, argv=None,
                 testRunner=None, testLoader=defaultTestLoader, exit=True,
                 verbosity=1, failfast=None, **kwargs):
        if isinstance(module, str):
            __import__(module)
            module = sys.modules[module]
        if defaultTest is None:
            tests = testLoader.loadTestsFromModule(module)
        else:
            names = [defaultTest] if isinstance(defaultTest, str) else (
                defaultTest)
            tests = testLoader.loadTestsFromNames(names, module)
        if argv and ('-v' in argv or '--verbose' in argv):
            verbosity = 2
        if testRunner is None:
            testRunner = TextTestRunner
        if isinstance(testRunner, type):
            testRunner = testRunner(verbosity=verbosity,
                                    failfast=bool(failfast))
        self.result = testRunner.run(tests)
        if exit:
            if self.result.testsRun == 0 and not self.result.skipped:
                sys.exit(5)
            sys.exit(not self.result.wasSuccessful())
