# Names of assertions that older suites use.
import unittest
import warnings

warnings.simplefilter('always')


class Old(unittest.TestCase):
    def test_equal(self):
        with self.assertWarns(DeprecationWarning) as caught:
            self.assertEquals(1, 1)
        print(caught.warning)
        self.assertNotEquals(1, 2)
        self.assert_(True)
        self.failIf(False)
        self.failUnlessEqual(2, 2)
        self.assertAlmostEquals(1.0, 1.00000001)
        self.assertRegexpMatches('abc', 'b')
        self.assertNotRegexpMatches('abc', 'x')
        with self.assertRaisesRegexp(ValueError, 'inv'):
            int('x')
        self.assertDictContainsSubset({'a': 1}, {'a': 1, 'b': 2})

    def test_subset(self):
        for subset in {'a': 2}, {'c': 1}, {'a': 3, 'z': 1}:
            try:
                self.assertDictContainsSubset(subset, {'a': 1, 'b': 2})
            except AssertionError as error:
                print(error)


def by_name(x, y):
    return (x < y) - (x > y)


print(unittest.getTestCaseNames(Old, 'test', by_name))
suite = unittest.makeSuite(Old)
result = unittest.TestResult()
suite.run(result)
print(result)
