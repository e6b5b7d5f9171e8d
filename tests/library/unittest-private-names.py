# A test's own private names do not meet those of TestCase.
import asyncio
import unittest


class Own(unittest.IsolatedAsyncioTestCase):
    def _run(self, what):
        return what

    _say = _same = _report = _in_loop = _with_runner = _first_difference = _run

    async def test_own(self):
        await asyncio.sleep(0)
        self.assertEqual(self._run(1) + self._say(2), 3)
        with self.assertRaises(AssertionError):
            self.assertEqual([1, 2], [1, 3])
        with self.assertRaises(AssertionError):
            self.assertTrue(self._in_loop(0))


result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(Own).run(result)
print(result, result.errors)
