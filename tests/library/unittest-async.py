import asyncio
import io
import re
import sys
import unittest


def show(text):
    """Prints a report without the frames of tracebacks and times."""
    text = re.sub(r'(?m)^Traceback.*\n(?: .*\n)+', '', text)
    print(re.sub(r'in \d+\.\d+s', 'in T', text))


class A(unittest.IsolatedAsyncioTestCase):
    def setUp(self): print('setUp')
    async def asyncSetUp(self): print('asyncSetUp'); self.addAsyncCleanup(self.clean, 1)
    async def clean(self, x): print('clean', x)
    async def asyncTearDown(self): print('asyncTearDown')
    def tearDown(self): print('tearDown')
    async def test_ok(self):
        await asyncio.sleep(1); self.assertEqual(1,1)
    async def test_fail(self):
        await asyncio.sleep(0); self.assertEqual(1,2)
    async def test_err(self): raise KeyError('x')
    async def test_sub(self):
        for i in range(3):
            with self.subTest(i=i): await asyncio.sleep(0.1); self.assertNotEqual(i,1)
    @unittest.skip('s')
    async def test_skip(self): pass
    def test_sync(self): print('sync')
    @unittest.expectedFailure
    async def test_xf(self): self.fail()
s=io.StringIO()
p=unittest.main(argv=['x','-v'],exit=False,testRunner=unittest.TextTestRunner(s,verbosity=2)); show(s.getvalue())
print(p.result)
s=io.StringIO(); unittest.TextTestRunner(s,failfast=True).run(unittest.defaultTestLoader.loadTestsFromNames(['A.test_fail','A.test_ok'],sys.modules['__main__'])); show(s.getvalue())
class B(unittest.TestCase):
    def test_1(self): print('out'); print('err',file=sys.stderr); self.fail()
    def test_2(self): print('hidden')
s=io.StringIO(); unittest.TextTestRunner(s,buffer=True).run(unittest.defaultTestLoader.loadTestsFromTestCase(B)); show(s.getvalue())
l=unittest.TestLoader(); t=l.loadTestsFromName('nope.mod'); print(len(l.errors), l.errors[0].splitlines()[0], list(t))
def load_tests(loader, tests, pattern):
    su=unittest.TestSuite(); su.addTest(A('test_ok')); return su
s=io.StringIO(); print(unittest.TextTestRunner(s).run(unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])))
r=unittest.TestResult(); A('test_fail').run(r); print(r)
try: B('nope')
except ValueError as e: print(e)
unittest.main(argv=['x','B.test_2','-q'])
