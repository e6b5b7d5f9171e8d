import logging
import warnings
import io
import re
import sys
import unittest


def show(text):
    """Prints a report without the frames of tracebacks and times."""
    text = re.sub(r'(?m)^Traceback.*\n(?: .*\n)+', '', text)
    print(re.sub(r'in \d+\.\d+s', 'in T', text))


class T(unittest.TestCase):
    def test_r(self):
        with self.assertRaises(ValueError): pass
    def test_s(self):
        with self.assertRaisesRegex(ValueError,'xy'): raise ValueError('q')
    def test_t(self): self.assertRaises(ValueError, int, '3')
    def test_u(self):
        with self.assertRaises(ValueError) as cm: int('z')
        print(cm.exception, cm.exception.__traceback__)
        with self.assertWarns(DeprecationWarning) as w: warnings.warn('old',DeprecationWarning)
        print(w.warning, w.lineno)
        with self.assertWarnsRegex(UserWarning,'abc'): warnings.warn('xyz')
    def test_v(self):
        with self.assertLogs('a.b','INFO') as l: logging.getLogger('a.b').info('hi'); logging.getLogger('a.b.c').error('x')
        print(l.output, l.records[0].levelname)
        with self.assertNoLogs(): pass
        with self.assertLogs(): pass
    def test_w(self):
        for i in range(4):
            with self.subTest('m' if i else None, i=i):
                with self.subTest(j=2): self.assertEqual(i%2,0)
                if i==3: raise KeyError(i)
                if i==2: self.skipTest('why')
    @unittest.skip('no')
    def test_x1(self): pass
    @unittest.expectedFailure
    def test_x2(self): self.fail('x')
    @unittest.expectedFailure
    def test_x3(self): pass
    def test_x4(self):
        "A doc line"
        self.addCleanup(print,'c1'); self.addCleanup(lambda: 1/0)
    def test_x5(self): self.assertTrue([], 'mm'); 
    def test_x6(self): self.skipTest('later')
    @unittest.skipIf(True,'cond')
    def test_x7(self): pass
    def test_x8(self): raise SystemExit(3)
    def test_x9(self):
        try: 1/0
        except ZeroDivisionError as e: raise RuntimeError('x') from e

s = io.StringIO()
unittest.TextTestRunner(stream=s).run(
    unittest.defaultTestLoader.loadTestsFromTestCase(T))
show(s.getvalue())
