"""Tests in classes: `TestCase`, and `main` to run them."""

__all__ = ['FunctionTestCase', 'IsolatedAsyncioTestCase', 'SkipTest',
           'TestCase', 'TestLoader', 'TestResult', 'TestSuite',
           'TextTestResult', 'TextTestRunner', 'defaultTestLoader',
           'expectedFailure', 'main', 'skip', 'skipIf', 'skipUnless']

from ._case import (
    FunctionTestCase, SkipTest, TestCase, expectedFailure, skip, skipIf,
    skipUnless)
from ._run import (
    TestLoader, TestProgram, TestResult, TestSuite, TextTestResult,
    TextTestRunner, defaultTestLoader)

main = TestProgram


def __getattr__(name):
    if name == 'IsolatedAsyncioTestCase':
        from ._async import IsolatedAsyncioTestCase as found
        globals()[name] = found
        return found
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
