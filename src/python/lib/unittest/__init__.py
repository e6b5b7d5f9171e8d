"""Tests in classes: `TestCase`, and `main` to run them."""

__all__ = ['FunctionTestCase', 'IsolatedAsyncioTestCase', 'SkipTest',
           'TestCase', 'TestLoader', 'TestResult', 'TestSuite',
           'TextTestResult', 'TextTestRunner', 'addModuleCleanup',
           'defaultTestLoader', 'doModuleCleanups', 'enterModuleContext',
           'expectedFailure', 'installHandler', 'main', 'registerResult',
           'removeHandler', 'removeResult', 'skip', 'skipIf', 'skipUnless']

from .case import (
    FunctionTestCase, SkipTest, TestCase, addModuleCleanup, doModuleCleanups,
    enterModuleContext, expectedFailure, skip, skipIf, skipUnless)
from .loader import (
    TestLoader, defaultTestLoader, findTestCases, getTestCaseNames, makeSuite)
from .main import TestProgram, main
from .result import TestResult
from .runner import TextTestResult, TextTestRunner
from .signals import (
    installHandler, registerResult, removeHandler, removeResult)
from .suite import BaseTestSuite, TestSuite

__lazy__ = {'async_case': 'IsolatedAsyncioTestCase'}
