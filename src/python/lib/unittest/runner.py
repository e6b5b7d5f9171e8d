"""Running tests and writing a report."""

import sys
import time
import warnings

from . import result
from .case import _SubTest
from .signals import registerResult


class _WritelnDecorator:
    """A stream that also has `writeln`."""

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        if name in ('stream', '__getstate__'):
            raise AttributeError(name)
        return getattr(self.stream, name)

    def writeln(self, arg=None):
        if arg:
            self.write(arg)
        self.write('\n')


class TextTestResult(result.TestResult):
    """Also writes how each test went."""

    separator1 = '=' * 70
    separator2 = '-' * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions
        self.durations = durations
        self._newline = True

    def getDescription(self, test):
        short = test.shortDescription()
        return f'{test}\n{short}' if self.descriptions and short else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(f'{self.getDescription(test)} ... ')
            self.stream.flush()
            self._newline = False

    def _write_status(self, test, status):
        is_part = isinstance(test, _SubTest)
        if is_part or self._newline:
            if not self._newline:
                self.stream.writeln()
            if is_part:
                self.stream.write('  ')
            self.stream.write(f'{self.getDescription(test)} ... ')
        self.stream.writeln(status)
        self.stream.flush()
        self._newline = True

    def _show(self, test, word, dot):
        if self.showAll:
            self._write_status(test, word)
        elif self.dots:
            self.stream.write(dot)
            self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            if issubclass(err[0], subtest.failureException):
                self._show(subtest, 'FAIL', 'F')
            else:
                self._show(subtest, 'ERROR', 'E')
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._show(test, 'ok', '.')

    def addError(self, test, err):
        super().addError(test, err)
        self._show(test, 'ERROR', 'E')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._show(test, 'FAIL', 'F')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._show(test, f'skipped {reason!r}', 's')

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._show(test, 'expected failure', 'x')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._show(test, 'unexpected success', 'u')

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
            self.stream.flush()
        self.printErrorList('ERROR', self.errors)
        self.printErrorList('FAIL', self.failures)
        if self.unexpectedSuccesses:
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln(
                    f'UNEXPECTED SUCCESS: {self.getDescription(test)}')
            self.stream.flush()

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(f'{flavour}: {self.getDescription(test)}')
            self.stream.writeln(self.separator2)
            self.stream.writeln(text)
            self.stream.flush()


class TextTestRunner:
    """Runs tests and writes a report to stderr."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1,
                 failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False, durations=None):
        self.stream = _WritelnDecorator(
            sys.stderr if stream is None else stream)
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.durations = durations
        self.warnings = warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions,
                                self.verbosity)

    def run(self, test):
        outcome = self._makeResult()
        registerResult(outcome)
        outcome.failfast = self.failfast
        outcome.buffer = self.buffer
        outcome.tb_locals = self.tb_locals
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
            start = time.perf_counter()
            getattr(outcome, 'startTestRun', lambda: None)()
            try:
                test(outcome)
            finally:
                getattr(outcome, 'stopTestRun', lambda: None)()
            taken = time.perf_counter() - start
        outcome.printErrors()
        self._summary(outcome, taken)
        return outcome

    def _summary(self, outcome, taken):
        write = self.stream.writeln
        if hasattr(outcome, 'separator2'):
            write(outcome.separator2)
        plural = '' if outcome.testsRun == 1 else 's'
        write(f'Ran {outcome.testsRun} test{plural} in {taken:.3f}s')
        write()
        notes = [f'{name}={len(getattr(outcome, items, ()))}'
                 for name, items in (
                     ('failures', 'failures'), ('errors', 'errors'),
                     ('skipped', 'skipped'),
                     ('expected failures', 'expectedFailures'),
                     ('unexpected successes', 'unexpectedSuccesses'))
                 if getattr(outcome, items, ())]
        if not outcome.wasSuccessful():
            word = 'FAILED'
        elif outcome.testsRun == 0 and not getattr(outcome, 'skipped', ()):
            word = 'NO TESTS RAN'
        else:
            word = 'OK'
        write(word + (f' ({", ".join(notes)})' if notes else ''))
        self.stream.flush()


__unittest = True
