# A library's suite: IsolatedAsyncioTestCase over a leaky bucket.
import asyncio, unittest

class Limiter:

    def __init__(self, rate, period=60):
        self.rate, self.period = (rate, period)
        self._level = 0.0
        self._last = 0.0
        self._waiters = {}

    def _leak(self):
        loop = asyncio.get_running_loop()
        if self._level:
            elapsed = loop.time() - self._last
            self._level = max(self._level - elapsed * self.rate / self.period, 0)
        self._last = loop.time()

    def has_capacity(self, n=1):
        self._leak()
        return self._level + n <= self.rate

    async def acquire(self, n=1):
        if n > self.rate:
            raise ValueError("Can't acquire more than the maximum capacity")
        task = asyncio.current_task()
        loop = asyncio.get_running_loop()
        while not self.has_capacity(n):
            fut = loop.create_future()
            self._waiters[task] = fut
            try:
                await asyncio.wait_for(asyncio.shield(fut), 1 / (self.rate / self.period) * n)
            except asyncio.TimeoutError:
                pass
            fut.cancel()
        self._waiters.pop(task, None)
        self._level += n

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *a):
        return None

class TestLimiter(unittest.IsolatedAsyncioTestCase):

    async def asyncSetUp(self):
        self.log = []
        self.addAsyncCleanup(self._cleanup, 'arg')

    async def _cleanup(self, x):
        self.log.append(x)
        print('cleanup', x)

    async def asyncTearDown(self):
        print('teardown', len(self.log))

    async def test_capacity(self):
        lim = Limiter(2, 2)
        self.assertTrue(lim.has_capacity(2))
        self.assertFalse(lim.has_capacity(3))
        with self.assertRaisesRegex(ValueError, 'maximum'):
            await lim.acquire(3)

    async def test_contended(self):
        lim = Limiter(3, 3)
        loop = asyncio.get_running_loop()
        times = []

        async def w():
            async with lim:
                times.append(round(loop.time(), 3))
        await asyncio.gather(*(w() for _ in range(6)))
        self.assertEqual(len(times), 6)
        print(times[:3])

    async def test_sub(self):
        for i in range(3):
            with self.subTest(i=i):
                await asyncio.sleep(0.1)
                self.assertLess(i, 3)

    @unittest.skip('no')
    async def test_skip(self):
        pass

    @unittest.expectedFailure
    async def test_xfail(self):
        self.assertEqual(1, 2)

    def test_sync(self):
        self.assertRaises(RuntimeError, asyncio.get_running_loop)
r = unittest.TextTestRunner(verbosity=2, stream=open('/dev/null', 'w') if 0 else __import__('sys').stdout).run(unittest.defaultTestLoader.loadTestsFromTestCase(TestLimiter))
print(r.testsRun, len(r.failures), len(r.errors), len(r.skipped), len(r.expectedFailures))
