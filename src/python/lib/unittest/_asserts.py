"""The assertions of `TestCase`, but for those of equality."""

import re

from ._contexts import (
    _AssertLogsContext, _AssertRaisesContext, _AssertWarnsContext)
from ._equal import EqualityAsserts
from ._old_names import OldNames
from .util import safe_repr


class Asserts(EqualityAsserts, OldNames):
    """Methods that raise `failureException` when something is not so."""

    failureException = AssertionError
    longMessage = True

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else f'{standardMsg} : {msg}'

    def fail(self, msg=None):
        raise self.failureException(msg)

    def __say(self, msg, standard):
        self.fail(self._formatMessage(msg, standard))

    def assertTrue(self, expr, msg=None):
        if not expr:
            self.__say(msg, f'{safe_repr(expr)} is not true')

    def assertFalse(self, expr, msg=None):
        if expr:
            self.__say(msg, f'{safe_repr(expr)} is not false')

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self.__say(msg, f'{safe_repr(expr1)} is not {safe_repr(expr2)}')

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self.__say(msg, f'unexpectedly identical: {safe_repr(expr1)}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self.__say(msg, f'{safe_repr(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self.__say(msg, 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self.__say(msg, f'{safe_repr(member)} not found in '
                      f'{safe_repr(container)}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self.__say(msg, f'{safe_repr(member)} unexpectedly found in '
                      f'{safe_repr(container)}')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self.__say(msg, f'{safe_repr(obj)} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self.__say(msg, f'{safe_repr(obj)} is an instance of {cls!r}')

    def assertIsSubclass(self, cls, superclass, msg=None):
        if not issubclass(cls, superclass):
            self.__say(msg, f'{cls!r} is not a subclass of {superclass!r}')

    def assertNotIsSubclass(self, cls, superclass, msg=None):
        if issubclass(cls, superclass):
            self.__say(msg, f'{cls!r} is a subclass of {superclass!r}')

    def assertHasAttr(self, obj, name, msg=None):
        if not hasattr(obj, name):
            kind = ('type object' if isinstance(obj, type) else
                    type(obj).__name__)
            self.__say(msg, f'{kind!r} object has no attribute {name!r}')

    def assertNotHasAttr(self, obj, name, msg=None):
        if hasattr(obj, name):
            self.__say(msg, f'{type(obj).__name__!r} object has unexpected '
                      f'attribute {name!r}')

    def assertStartsWith(self, s, prefix, msg=None):
        if not s.startswith(prefix):
            self.__say(msg, f"{safe_repr(s)} doesn't start with "
                      f'{safe_repr(prefix)}')

    def assertNotStartsWith(self, s, prefix, msg=None):
        if s.startswith(prefix):
            self.__say(msg, f'{safe_repr(s)} starts with {safe_repr(prefix)}')

    def assertEndsWith(self, s, suffix, msg=None):
        if not s.endswith(suffix):
            self.__say(msg, f"{safe_repr(s)} doesn't end with "
                      f'{safe_repr(suffix)}')

    def assertNotEndsWith(self, s, suffix, msg=None):
        if s.endswith(suffix):
            self.__say(msg, f'{safe_repr(s)} ends with {safe_repr(suffix)}')

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self.__say(msg, f'{safe_repr(a)} not less than {safe_repr(b)}')

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self.__say(msg, f'{safe_repr(a)} not less than or equal to '
                      f'{safe_repr(b)}')

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self.__say(msg, f'{safe_repr(a)} not greater than {safe_repr(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self.__say(msg, f'{safe_repr(a)} not greater than or equal to '
                      f'{safe_repr(b)}')

    def assertAlmostEqual(self, first, second, places=None, msg=None,
                          delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        difference = abs(first - second)
        if delta is not None:
            if difference <= delta:
                return
            limit = f'{safe_repr(delta)} delta'
        else:
            places = 7 if places is None else places
            if round(difference, places) == 0:
                return
            limit = f'{places!r} places'
        self.__say(msg, f'{safe_repr(first)} != {safe_repr(second)} within '
                  f'{limit} ({safe_repr(difference)} difference)')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None,
                             delta=None):
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        difference = abs(first - second)
        if delta is not None:
            if first != second and difference > delta:
                return
            text = (f'{safe_repr(first)} == {safe_repr(second)} within '
                    f'{safe_repr(delta)} delta ({safe_repr(difference)} '
                    'difference)')
        else:
            places = 7 if places is None else places
            if first != second and round(difference, places) != 0:
                return
            text = (f'{safe_repr(first)} == {safe_repr(second)} within '
                    f'{places!r} places')
        self.__say(msg, text)

    def assertRegex(self, text, expected_regex, msg=None):
        pattern = re.compile(expected_regex)
        if not pattern.search(text):
            self.__say(msg, f"Regex didn't match: {pattern.pattern!r} not "
                      f'found in {text!r}')

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        pattern = re.compile(unexpected_regex)
        found = pattern.search(text)
        if found:
            self.__say(msg, f'Regex matched: {found[0]!r} matches '
                      f'{pattern.pattern!r} in {text!r}')

    def assertRaises(self, expected_exception, *args, **kwargs):
        """Calls a function, or gives a context, that must raise."""
        context = _AssertRaisesContext(expected_exception, self)
        return context.handle('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args,
                          **kwargs):
        context = _AssertRaisesContext(expected_exception, self,
                                       expected_regex)
        return context.handle('assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        context = _AssertWarnsContext(expected_warning, self)
        return context.handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args,
                         **kwargs):
        context = _AssertWarnsContext(expected_warning, self, expected_regex)
        return context.handle('assertWarnsRegex', args, kwargs)

    def assertLogs(self, logger=None, level=None, formatter=None):
        """A context in which something must be logged."""
        return _AssertLogsContext(self, logger, level, False, formatter)

    def assertNoLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, True)


__unittest = True
