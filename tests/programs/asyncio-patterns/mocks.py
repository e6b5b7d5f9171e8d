# AsyncMock in a suite.
import asyncio, unittest
from unittest import mock
from unittest.mock import AsyncMock, MagicMock, patch

class Svc:

    async def fetch(self, x):
        return x

    async def __aenter__(self):
        return self

    async def __aexit__(self, *a):
        pass

class T(unittest.IsolatedAsyncioTestCase):

    async def test_am(self):
        m = AsyncMock(return_value=3)
        self.assertEqual(await m(1, a=2), 3)
        m.assert_awaited_once_with(1, a=2)
        self.assertEqual(m.await_count, 1)
        m = AsyncMock(side_effect=[1, ValueError('x')])
        self.assertEqual(await m(), 1)
        with self.assertRaises(ValueError):
            await m()
        with self.assertRaises(StopAsyncIteration):
            await m()
        m.assert_has_awaits([mock.call(), mock.call()])

    async def test_spec(self):
        m = mock.create_autospec(Svc, instance=True)
        m.fetch.return_value = 9
        self.assertEqual(await m.fetch(1), 9)
        m = MagicMock(spec=Svc)
        self.assertIsInstance(m.fetch, AsyncMock)

    async def test_ctx(self):
        m = MagicMock()
        m.__aenter__.return_value = 'cm'
        async with m as x:
            self.assertEqual(x, 'cm')
        m.__aiter__.return_value = [1, 2, 3]
        self.assertEqual([i async for i in m], [1, 2, 3])

    @patch('asyncio.sleep', new_callable=AsyncMock)
    async def test_patch(self, sl):
        await asyncio.sleep(100)
        sl.assert_awaited_once_with(100)

    async def test_patch_obj(self):
        with patch.object(Svc, 'fetch', return_value=5) as f:
            self.assertEqual(await Svc().fetch(2), 5)
            f.assert_awaited_with(2)

    async def test_fail(self):
        m = AsyncMock()
        m.assert_awaited()
r = unittest.main(exit=False, verbosity=0, argv=['x']).result
for t, tb in r.failures:
    print(tb.splitlines()[-1])
print(r.testsRun, len(r.failures), len(r.errors))
