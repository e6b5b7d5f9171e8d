"""How tests went."""

import functools
import io
import sys
import traceback

from .util import strclass


def failfast(method):
    """Ends the run after a report if the result is to fail fast."""
    @functools.wraps(method)
    def report(self, *args, **kwargs):
        if self.failfast:
            self.stop()
        return method(self, *args, **kwargs)
    return report


class TestResult:
    """Keeps what it is told."""

    _testRunEntered = False
    _previousTestClass = None
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.collectedDurations = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False
        self._original_stdout = sys.stdout
        self._original_stderr = sys.stderr
        self._stdout_buffer = self._stderr_buffer = None
        self._mirrorOutput = False

    def printErrors(self):
        """Called after the run."""

    def startTestRun(self):
        """Called before the first test."""

    def stopTestRun(self):
        """Called after the last test."""

    def startTest(self, test):
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def stopTest(self, test):
        self._restoreStdout()
        self._mirrorOutput = False

    def _setupStdout(self):
        if self.buffer:
            if self._stdout_buffer is None:
                self._stdout_buffer = io.StringIO()
                self._stderr_buffer = io.StringIO()
            sys.stdout, sys.stderr = self._stdout_buffer, self._stderr_buffer

    def _restoreStdout(self):
        if not self.buffer:
            return
        for text, stream in zip(self._printed(), (self._original_stdout,
                                                  self._original_stderr)):
            if self._mirrorOutput and text:
                stream.write(text)
        sys.stdout, sys.stderr = self._original_stdout, self._original_stderr
        for kept in (self._stdout_buffer, self._stderr_buffer):
            kept.seek(0)
            kept.truncate()

    def _printed(self):
        """What the test has printed, under headings."""
        for name in ('stdout', 'stderr'):
            text = getattr(sys, name).getvalue()
            if text and not text.endswith('\n'):
                text += '\n'
            yield text and f'\n{name.capitalize()}:\n{text}'

    @failfast
    def addError(self, test, err):
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    @failfast
    def addFailure(self, test, err):
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSubTest(self, test, subtest, err):
        if err is not None:
            if getattr(self, 'failfast', False):
                self.stop()
            failed = issubclass(err[0], test.failureException)
            (self.failures if failed else self.errors).append(
                (subtest, self._exc_info_to_string(err, test)))
            self._mirrorOutput = True

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append(
            (test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        """The traceback, without the frames of this package."""
        shown = traceback.TracebackException(
            *err, capture_locals=self.tb_locals, compact=True)
        failure = getattr(test, 'failureException', None)
        _trim(shown, err[1], failure, set())
        text = ''.join(shown.format())
        return text + ''.join(self._printed()) if self.buffer else text

    def __repr__(self):
        return (f'<{strclass(type(self))} run={self.testsRun} '
                f'errors={len(self.errors)} failures={len(self.failures)}>')


# Frames between this package's and the test's are not of interest either.
_OURS = '<library>/unittest/'
_BETWEEN = (_OURS, '<library>/asyncio/', '<library>/contextlib')


def _trim(shown, value, failure, seen):
    """Takes our frames out of the traceback of an exception and its causes."""
    seen.add(id(value))
    stack = shown.stack
    if stack:
        while stack and stack[0].filename.startswith(_BETWEEN):
            del stack[0]
        if failure is not None and isinstance(value, failure):
            for at, entry in enumerate(stack):
                if entry.filename.startswith(_OURS):
                    del stack[at:]
                    break
    for name in ('__cause__', '__context__'):
        below, other = getattr(shown, name), getattr(value, name)
        if below is not None and id(other) not in seen:
            _trim(below, other, failure, seen)


__unittest = True
