import io
import re
import sys
import unittest


def show(text):
    """Prints a report without the frames of tracebacks and times."""
    text = re.sub(r'(?m)^Traceback.*\n(?: .*\n)+', '', text)
    print(re.sub(r'in \d+\.\d+s', 'in T', text))


class T(unittest.TestCase):
    maxDiff=None
    def test_a(self): self.assertEqual([1,2,3],[1,2,4])
    def test_b(self): self.assertEqual('a\nb\nc\n','a\nB\nc\n')
    def test_c(self): self.assertEqual({'a':1,'b':2},{'a':1,'b':3})
    def test_d(self): self.assertEqual({1,2},{2,3})
    def test_e(self): self.assertCountEqual([1,1,2],[1,2,2,3])
    def test_e2(self): self.assertCountEqual([[1],[1],{}],[[1],set()])
    def test_f(self): self.assertEqual((1,2),(1,2,3))
    def test_g(self): self.assertEqual('abc','abd')
    def test_h(self): self.assertSequenceEqual([1,2],(1,3), seq_type=None)
    def test_i(self): self.assertListEqual([1],(1,))
    def test_j(self): self.assertDictEqual({'x':[1,2]*30},{'x':[1,2]*29})
    def test_k(self): self.assertEqual([1],[])
    def test_l(self): self.assertMultiLineEqual('foo','bar')
    def test_m(self): self.assertSetEqual({1},{1,2},'msg')
    def test_n(self): self.assertAlmostEqual(1,1.5, places=2)
    def test_o(self): self.assertIn('a','bcd'*50)
    def test_p(self): self.assertEqual('x'*100,'x'*99+'y')
    def test_q(self):
        self.maxDiff=10; self.assertEqual([1,2,3]*20,[1,2,4]*20)

s = io.StringIO()
unittest.TextTestRunner(stream=s).run(
    unittest.defaultTestLoader.loadTestsFromTestCase(T))
show(s.getvalue())
