"""Names of assertions that CPython had until 3.12."""

import warnings


def _renamed(old, new):
    def method(self, *args, **kwargs):
        warnings.warn(f'Please use {new} instead.', DeprecationWarning, 2)
        return getattr(self, new)(*args, **kwargs)
    method.__name__ = old
    return method


class OldNames:
    """Assertions under the names that older suites call them by."""

    def assertDictContainsSubset(self, subset, dictionary, msg=None):
        warnings.warn('assertDictContainsSubset is deprecated',
                      DeprecationWarning)
        missing = [key for key in subset if key not in dictionary]
        different = [
            f'{key!r}, expected: {value!r}, actual: {dictionary[key]!r}'
            for key, value in subset.items()
            if key in dictionary and dictionary[key] != value]
        if not missing and not different:
            return
        said = 'Missing: ' + ','.join(map(repr, missing)) if missing else ''
        if different:
            said += '; ' if said else ''
            said += 'Mismatched values: ' + ','.join(different)
        self.fail(self._formatMessage(msg, said))


for _old, _new in (
        ('failUnlessEqual', 'assertEqual'), ('assertEquals', 'assertEqual'),
        ('failIfEqual', 'assertNotEqual'),
        ('assertNotEquals', 'assertNotEqual'),
        ('failUnlessAlmostEqual', 'assertAlmostEqual'),
        ('assertAlmostEquals', 'assertAlmostEqual'),
        ('failIfAlmostEqual', 'assertNotAlmostEqual'),
        ('assertNotAlmostEquals', 'assertNotAlmostEqual'),
        ('failUnless', 'assertTrue'), ('assert_', 'assertTrue'),
        ('failUnlessRaises', 'assertRaises'), ('failIf', 'assertFalse'),
        ('assertRaisesRegexp', 'assertRaisesRegex'),
        ('assertRegexpMatches', 'assertRegex'),
        ('assertNotRegexpMatches', 'assertNotRegex')):
    setattr(OldNames, _old, _renamed(_old, _new))
del _old, _new

__unittest = True
