"""The assertions of `TestCase`."""

import re


def _short(value, limit=80):
    text = repr(value)
    return text if len(text) < limit * 2 else text[:limit] + ' [truncated]...'


class Asserts:
    """Methods that raise `failureException` when something is not so."""

    def _fail(self, standard, msg):
        if msg is None:
            message = standard
        elif self.longMessage:
            message = f'{standard} : {msg}'
        else:
            message = msg
        raise self.failureException(message)

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(f'{_short(expr)} is not true', msg)

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(f'{_short(expr)} is not false', msg)

    def assertEqual(self, first, second, msg=None):
        if first == second:
            return
        standard = f'{_short(first)} != {_short(second)}'
        if type(first) is type(second):
            standard += _difference(first, second)
        self._fail(standard, msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(f'{_short(first)} == {_short(second)}', msg)

    assertListEqual = assertTupleEqual = assertDictEqual = assertEqual
    assertSetEqual = assertSequenceEqual = assertMultiLineEqual = assertEqual

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(f'{_short(expr1)} is not {_short(expr2)}', msg)

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(f'unexpectedly identical: {_short(expr1)}', msg)

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(f'{_short(obj)} is not None', msg)

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail('unexpectedly None', msg)

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(f'{_short(member)} not found in {_short(container)}',
                       msg)

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(f'{_short(member)} unexpectedly found in '
                       f'{_short(container)}', msg)

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(f'{_short(obj)} is not an instance of {cls!r}', msg)

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(f'{_short(obj)} is an instance of {cls!r}', msg)

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(f'{_short(a)} not less than {_short(b)}', msg)

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(f'{_short(a)} not less than or equal to {_short(b)}',
                       msg)

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(f'{_short(a)} not greater than {_short(b)}', msg)

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(f'{_short(a)} not greater than or equal to '
                       f'{_short(b)}', msg)

    def assertAlmostEqual(self, first, second, places=None, msg=None,
                          delta=None):
        if first == second:
            return
        difference = abs(first - second)
        text = f'{_short(first)} != {_short(second)} within '
        if delta is not None:
            if difference <= delta:
                return
            text += f'{_short(delta)} delta ({_short(difference)} difference)'
        else:
            places = 7 if places is None else places
            if round(difference, places) == 0:
                return
            text += f'{places} places ({_short(difference)} difference)'
        self._fail(text, msg)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None,
                             delta=None):
        places = 7 if places is None and delta is None else places
        difference = abs(first - second)
        if delta is not None:
            if first != second and difference > delta:
                return
            limit = f'{_short(delta)} delta'
        else:
            if first != second and round(difference, places) != 0:
                return
            limit = f'{places} places'
        self._fail(f'{_short(first)} == {_short(second)} within {limit}', msg)

    def assertCountEqual(self, first, second, msg=None):
        """The same items, as often, in any order."""
        left, right = list(first), list(second)
        for item in list(left):
            if item in right:
                left.remove(item)
                right.remove(item)
        if left or right:
            self._fail('Element counts were not equal:\n'
                       f'only in the first: {left!r}\n'
                       f'only in the second: {right!r}', msg)

    def assertRegex(self, text, expected_regex, msg=None):
        found = re.compile(expected_regex)
        if not found.search(text):
            self._fail(f"Regex didn't match: {found.pattern!r} not found in "
                       f'{text!r}', msg)

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        pattern = re.compile(unexpected_regex)
        found = pattern.search(text)
        if found:
            self._fail(f'Regex matched: {found[0]!r} matches '
                       f'{pattern.pattern!r} in {text!r}', msg)

    def assertRaises(self, expected_exception, *args, **kwargs):
        """Calls a function, or gives a context, that must raise."""
        return _called(_Raises(self, expected_exception, None,
                               kwargs.pop('msg', None) if not args else None),
                       args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args,
                          **kwargs):
        return _called(_Raises(self, expected_exception, expected_regex,
                               kwargs.pop('msg', None) if not args else None),
                       args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _called(_Warns(self, expected_warning, None), args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args,
                         **kwargs):
        return _called(_Warns(self, expected_warning, expected_regex), args,
                       kwargs)

    def assertLogs(self, logger=None, level=None):
        """A context in which something must be logged."""
        from ._logs import Logs
        return Logs(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        from ._logs import Logs
        return Logs(self, logger, level, True)


def _called(context, args, kwargs):
    if not args:
        return context
    function, *rest = args
    with context:
        function(*rest, **kwargs)
    return None


def _difference(first, second):
    """Where two values of a type differ, below the first line."""
    if isinstance(first, str) and ('\n' in first or '\n' in second):
        return f'\n- {first!r}\n+ {second!r}'
    if isinstance(first, (list, tuple)):
        kind = type(first).__name__.capitalize() + 's'
        for index, (a, b) in enumerate(zip(first, second)):
            if a != b:
                return (f'\n\nFirst differing element {index}:\n{a!r}\n{b!r}'
                        f'\n\n- {first!r}\n+ {second!r}')
        longer, other = ('First', first), ('Second', second)
        if len(first) < len(second):
            longer, other = other, longer
        at = len(other[1])
        return (f'\n\n{longer[0]} {kind[:-1].lower()} contains '
                f'{len(longer[1]) - at} additional elements.\n'
                f'First extra element {at}:\n{longer[1][at]!r}\n\n'
                f'- {first!r}\n+ {second!r}')
    if isinstance(first, dict):
        return f'\n- {first!r}\n+ {second!r}'
    if isinstance(first, (set, frozenset)):
        lines = []
        for name, items in (('first', first - second),
                            ('second', second - first)):
            if items:
                lines.append(f'Items in the {name} set but not the '
                             f'{"second" if name == "first" else "first"}:')
                lines.extend(map(repr, items))
        return '\n' + '\n'.join(lines)
    return ''


def _names(kinds):
    if isinstance(kinds, tuple):
        return ', '.join(kind.__name__ for kind in kinds)
    return kinds.__name__


class _Raises:
    """`with self.assertRaises(...) as context`"""

    def __init__(self, test, expected, pattern, msg):
        self._test = test
        self.expected = expected
        self._pattern = None if pattern is None else re.compile(pattern)
        self._msg = msg
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if kind is None:
            self._test._fail(f'{_names(self.expected)} not raised', self._msg)
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        if self._pattern is not None and not self._pattern.search(str(value)):
            self._test._fail(f'"{self._pattern.pattern}" does not match '
                             f'"{value}"', self._msg)
        return True


class _Warns:
    """`with self.assertWarns(...) as context`"""

    def __init__(self, test, expected, pattern):
        self._test = test
        self.expected = expected
        self._pattern = None if pattern is None else re.compile(pattern)

    def __enter__(self):
        import warnings
        self._catcher = warnings.catch_warnings(record=True)
        self.warnings = self._catcher.__enter__()
        warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, kind, value, tb):
        self._catcher.__exit__(kind, value, tb)
        if kind is not None:
            return False
        for record in self.warnings:
            if isinstance(record.message, self.expected) and (
                    self._pattern is None
                    or self._pattern.search(str(record.message))):
                self.warning = record.message
                self.filename, self.lineno = record.filename, record.lineno
                return False
        self._test._fail(f'{_names(self.expected)} not triggered', None)
