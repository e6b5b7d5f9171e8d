"""Running examples and reporting what differs."""

from ._checks import (
    FAIL_FAST, IGNORE_EXCEPTION_DETAIL, OutputChecker,
    REPORT_ONLY_FIRST_FAILURE, SKIP, indented)

from collections import namedtuple
import contextlib
import io
import sys
import traceback

TestResults = namedtuple('TestResults', 'failed attempted')


class DocTestFailure(Exception):
    """An example printed something else; `DebugRunner` raises it."""

    def __init__(self, test, example, got):
        self.test = test
        self.example = example
        self.got = got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example raised what it does not show; `DebugRunner` raises it."""

    def __init__(self, test, example, exc_info):
        self.test = test
        self.example = example
        self.exc_info = exc_info

    def __str__(self):
        return str(self.test)


def _without_detail(message):
    """An exception's class without its module and without its text."""
    head = message.split('\n', 1)[0].split(':', 1)[0]
    return head.rsplit('.', 1)[-1].strip()


class DocTestRunner:
    """Runs tests and counts."""

    DIVIDER = '*' * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = optionflags
        self.original_optionflags = optionflags
        self.tries = 0
        self.failures = 0
        self._results = {}

    # What is printed.

    def report_start(self, out, test, example):
        """An example is about to run."""
        if self._verbose:
            if example.want:
                told = 'Expecting:\n' + indented(example.want)
            else:
                told = 'Expecting nothing\n'
            out('Trying:\n' + indented(example.source) + told)

    def report_success(self, out, test, example, got):
        """An example printed what it shows."""
        if self._verbose:
            out('ok\n')

    def report_failure(self, out, test, example, got):
        """An example printed something else."""
        out(self._head(test, example)
            + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        """An example raised what it does not show."""
        told = ''.join(traceback.format_exception(*exc_info))
        out(self._head(test, example) + 'Exception raised:\n' + indented(told))

    def _head(self, test, example):
        if test.filename:
            line = '?' if test.lineno is None else test.lineno + example.lineno + 1
            place = f'File "{test.filename}", line {line}, in {test.name}'
        else:
            place = f'Line {example.lineno + 1}, in {test.name}'
        return f'{self.DIVIDER}\n{place}\nFailed example:\n{indented(example.source)}'

    # Running.

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Runs a test's examples in its namespace."""
        stream = sys.stdout
        write = out or stream.write
        failures = tries = 0
        for number, example in enumerate(test.examples):
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = self._flags(example)
            if self.optionflags & SKIP:
                continue
            tries += 1
            if not quiet:
                self.report_start(write, test, example)
            if not self._try(test, example, number, write, quiet):
                failures += 1
                if self.optionflags & FAIL_FAST:
                    break
        self.optionflags = self.original_optionflags
        failed, tried = self._results.get(test.name, (0, 0))
        self._results[test.name] = (failed + failures, tried + tries)
        self.failures += failures
        self.tries += tries
        if clear_globs:
            test.globs.clear()
        return TestResults(failures, tries)

    def _flags(self, example):
        flags = self.original_optionflags
        for flag, on in example.options.items():
            flags = flags | flag if on else flags & ~flag
        return flags

    def _try(self, test, example, number, write, quiet):
        """Whether an example does what it shows."""
        printed = io.StringIO()
        shown, raised = sys.displayhook, None
        sys.displayhook = sys.__displayhook__
        try:
            with contextlib.redirect_stdout(printed):
                name = f'<doctest {test.name}[{number}]>'
                exec(compile(example.source, name, 'single'), test.globs)
        except KeyboardInterrupt:
            raise
        except BaseException:
            kind, error, trace = sys.exc_info()
            # The frame of this method is none of the example's.
            raised = (kind, error, trace.tb_next if trace else None)
        finally:
            sys.displayhook = shown
        got = printed.getvalue()
        if raised is None:
            good = self._checker.check_output(example.want, got, self.optionflags)
        else:
            message = traceback.format_exception_only(*raised[:2])[-1]
            if example.exc_msg is None:
                if not quiet:
                    self.report_unexpected_exception(write, test, example, raised)
                return False
            good = self._checker.check_output(example.exc_msg, message, self.optionflags)
            if not good and self.optionflags & IGNORE_EXCEPTION_DETAIL:
                good = _without_detail(example.exc_msg) == _without_detail(message)
            got += ''.join(traceback.format_exception(*raised))
        if not quiet:
            report = self.report_success if good else self.report_failure
            report(write, test, example, got)
        return good

    def summarize(self, verbose=None):
        """Prints how many examples of which tests failed."""
        verbose = self._verbose if verbose is None else verbose
        failed = [(name, counts) for name, counts in sorted(self._results.items()) if counts[0]]
        passed = [(name, counts) for name, counts in sorted(self._results.items())
                  if not counts[0] and counts[1]]
        empty = sorted(name for name, counts in self._results.items() if not counts[1])
        if verbose:
            if empty:
                print(len(empty), 'items had no tests:')
                for name in empty:
                    print('   ', name)
            if passed:
                print(len(passed), 'items passed all tests:')
                for name, (_, tried) in passed:
                    print(f' {tried:3d} tests in {name}')
        if failed:
            print(self.DIVIDER)
            print(len(failed), 'items had failures:')
            for name, (bad, tried) in failed:
                print(f' {bad:3d} of {tried:3d} in {name}')
        if verbose:
            print(self.tries, 'tests in', len(self._results), 'items.')
            print(self.tries - self.failures, 'passed and', self.failures, 'failed.')
        if failed:
            print(f'***Test Failed*** {self.failures} failures.')
        elif verbose:
            print('Test passed.')
        return TestResults(self.failures, self.tries)


class DebugRunner(DocTestRunner):
    """Raises at the first example that does something else."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """As `DocTestRunner.run`; the namespace is kept where it raises."""
        result = DocTestRunner.run(self, test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return result

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)
