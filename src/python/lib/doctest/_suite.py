"""Docstrings as cases of `unittest`."""

from ._examples import DocTestFinder
from ._runner import DocTestRunner

import io
import sys
import unittest


class DocTestCase(unittest.TestCase):
    """One test as a case."""

    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._dt_test = test
        self._dt_globs = test.globs.copy()
        self._dt_optionflags = optionflags
        self._dt_setUp = setUp
        self._dt_tearDown = tearDown
        self._dt_checker = checker

    def setUp(self):
        if self._dt_setUp is not None:
            self._dt_setUp(self._dt_test)

    def tearDown(self):
        if self._dt_tearDown is not None:
            self._dt_tearDown(self._dt_test)
        self._dt_test.globs.clear()
        self._dt_test.globs.update(self._dt_globs)

    def runTest(self):
        """Fails with the report of what differs."""
        test, report = self._dt_test, io.StringIO()
        runner = DocTestRunner(optionflags=self._dt_optionflags, checker=self._dt_checker,
                               verbose=False)
        runner.DIVIDER = '-' * 70
        if runner.run(test, out=report.write, clear_globs=False).failed:
            line = 'unknown line number' if test.lineno is None else str(test.lineno)
            last = test.name.rsplit('.', 1)[-1]
            raise self.failureException(
                f'Failed doctest test for {test.name}\n  File "{test.filename}", line {line}, '
                f'in {last}\n\n{report.getvalue()}')

    def id(self):
        return self._dt_test.name

    def __repr__(self):
        first, *rest = reversed(self._dt_test.name.split('.'))
        return f"{first} ({'.'.join(reversed(rest))})"

    __str__ = __repr__

    def shortDescription(self):
        return 'Doctest: ' + self._dt_test.name


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """The docstrings of a module as a suite."""
    finder = test_finder or DocTestFinder()
    if module is None:
        module = sys.modules['__main__']
    elif isinstance(module, str):
        module = __import__(module, fromlist=['*'])
    suite = unittest.TestSuite()
    for test in finder.find(module, globs=globs, extraglobs=extraglobs):
        if test.examples:
            if not test.filename:
                test.filename = getattr(module, '__file__', None)
            suite.addTest(DocTestCase(test, **options))
    return suite
