import asyncio, io, unittest
class T(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print('class up')
    def setUp(self): self.x = 1
    def test_a(self): self.assertEqual(self.x, 1)
    def test_b(self):
        with self.assertRaises(ValueError) as c: int('x')
        self.assertIn('invalid', str(c.exception))
        self.assertRaises(ZeroDivisionError, lambda: 1/0)
    def test_fail(self): self.assertEqual([1, 2], [1, 3])
    def test_err(self): {}['k']
    @unittest.skip('no')
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_x(self): self.fail('z')
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i): self.assertNotEqual(i, 1)
class A(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self): self.q = asyncio.Queue()
    async def test_q(self):
        await self.q.put(1); self.assertEqual(await self.q.get(), 1)
        await asyncio.sleep(1)
try:
    out = io.StringIO()
    unittest.main(testRunner=unittest.TextTestRunner(stream=out, verbosity=2))
except SystemExit as e:
    print(out.getvalue().replace(__file__, 'FILE'))
    print('exit', e.code)
