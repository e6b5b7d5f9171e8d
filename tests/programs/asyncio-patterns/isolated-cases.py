# Set-up, context variables, clean-up and errors of asynchronous test cases.
import asyncio, unittest, contextlib, contextvars
v = contextvars.ContextVar('v', default=0)

class T(unittest.IsolatedAsyncioTestCase):

    def setUp(self):
        print('setUp', v.get())
        v.set(1)

    async def asyncSetUp(self):
        print('asyncSetUp', v.get())
        v.set(2)

    async def test_a(self):
        print('test', v.get())
        v.set(3)
        cm = await self.enterAsyncContext(self.cm())
        print(cm)

    @contextlib.asynccontextmanager
    async def cm(self):
        print('in')
        yield 'cm'
        print('out', v.get())

    async def asyncTearDown(self):
        print('atd', v.get())

    def tearDown(self):
        print('td', v.get())

    async def test_err(self):
        asyncio.create_task(asyncio.sleep(100), name='left')
        raise KeyError('x')

    async def test_cancel(self):
        asyncio.current_task().cancel()
        await asyncio.sleep(1)

    async def test_aw(self):
        f = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().call_later(5, f.set_result, 9)
        self.assertEqual(await f, 9)
        with self.assertRaises(ExceptionGroup) as cm:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(self.bad(1))
                tg.create_task(self.bad(2))
        self.assertEqual([str(e) for e in cm.exception.exceptions], ['1', '2'])

    async def bad(self, n):
        raise ValueError(n)
suite = unittest.defaultTestLoader.loadTestsFromTestCase(T)
res = unittest.TestResult()
suite.run(res)
print(res.testsRun, [str(e[0]) for e in res.errors], [str(e[0]) for e in res.failures])
for t, tb in res.errors:
    print(tb.strip().splitlines()[-1])
