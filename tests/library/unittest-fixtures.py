import io
import re
import sys
import unittest


def show(text):
    """Prints a report without the frames of tracebacks and times."""
    text = re.sub(r'(?m)^Traceback.*\n(?: .*\n)+', '', text)
    print(re.sub(r'in \d+\.\d+s', 'in T', text))


class F(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print('setup'); cls.addClassCleanup(print,'cc')
    @classmethod
    def tearDownClass(cls): print('teardown'); raise ValueError('td')
    def setUp(self): print('su'); 
    def tearDown(self): print('td', self.id(), str(self), repr(self))
    def test_ok(self): pass
class G(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise unittest.SkipTest('cls')
    def test_1(self): pass
class H(unittest.TestCase):
    @classmethod
    def setUpClass(cls): 1/0
    def test_1(self): pass
@unittest.skip('whole')
class I(unittest.TestCase):
    def test_1(self): pass
def setUpModule(): print('mod')
def tearDownModule(): print('modend')

for v in 0, 1, 2:
    s = io.StringIO()
    r = unittest.TextTestRunner(stream=s, verbosity=v).run(
        unittest.defaultTestLoader.loadTestsFromModule(
            sys.modules['__main__']))
    show(s.getvalue())
print(r, r.wasSuccessful(), r.skipped[0])
print(unittest.TestSuite([F('test_ok')]),
      unittest.defaultTestLoader.getTestCaseNames(F))
