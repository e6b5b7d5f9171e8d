# A suite that makes a loop for each test.
import asyncio, unittest

class Base(unittest.TestCase):

    def setUp(self):
        self.loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self.loop)
        self.addCleanup(self.cl)

    def cl(self):
        self.loop.close()
        asyncio.set_event_loop(None)

    def run_briefly(self):

        async def once():
            pass
        g = once()
        t = self.loop.create_task(g)
        t._log_destroy_pending = False
        try:
            self.loop.run_until_complete(t)
        finally:
            g.close()

class T(Base):

    def test_call(self):
        calls = []
        self.loop.call_soon(calls.append, 1)
        self.assertEqual(calls, [])
        self.run_briefly()
        self.assertEqual(calls, [1])

    def test_task(self):

        async def notmuch():
            return 'ok'
        t = self.loop.create_task(notmuch())
        self.loop.run_until_complete(t)
        self.assertTrue(t.done())
        self.assertEqual(t.result(), 'ok')
        self.assertIs(t._loop, self.loop)
        self.assertIs(t.get_loop(), self.loop)

    def test_cancel_inner(self):
        fut = self.loop.create_future()

        async def task():
            try:
                await fut
            except asyncio.CancelledError:
                pass
            return 42
        t = self.loop.create_task(task())
        self.run_briefly()
        self.assertIs(t._fut_waiter, fut)
        t.cancel()
        self.assertTrue(fut.cancelled())
        self.assertEqual(self.loop.run_until_complete(t), 42)
        self.assertFalse(t.cancelled())

    def test_cancel_current(self):

        async def task():
            t.cancel()
            self.assertTrue(t._must_cancel)
            self.assertTrue(t.cancelling())
            await asyncio.sleep(100)
            return 12
        t = self.loop.create_task(task())
        self.assertRaises(asyncio.CancelledError, self.loop.run_until_complete, t)
        self.assertTrue(t.done())
        self.assertFalse(t._must_cancel)

    def test_cancel_done_future(self):
        fut1, fut2 = (self.loop.create_future(), self.loop.create_future())

        async def task():
            await fut1
            try:
                await fut2
            except asyncio.CancelledError:
                return 'fut2'
        t = self.loop.create_task(task())
        self.run_briefly()
        fut1.set_result(None)
        t.cancel()
        self.run_briefly()
        try:
            print(self.loop.run_until_complete(t))
        except asyncio.CancelledError:
            print('cancelled', t.cancelled())

    def test_exc_handler(self):
        seen = []
        self.loop.set_exception_handler(lambda l, c: seen.append(c['message']))
        f = self.loop.create_future()
        f.set_exception(KeyError())
        del f
        self.assertEqual(len(seen), 1)
        print(seen)

    def test_stop_in_cb(self):

        def cb():
            self.loop.stop()
            order.append('cb')
        order = []
        self.loop.call_soon(cb)
        self.loop.call_soon(order.append, 'after')
        self.loop.run_forever()
        print(order)

    def test_yield_fut(self):
        with self.assertRaises(RuntimeError):
            fut = self.loop.create_future()

            class A:

                def __await__(self):
                    yield fut

            async def f():
                await A()
            self.loop.run_until_complete(f())

    def test_wait_for_cb(self):
        gen = asyncio.sleep(0.1, 'slept')
        self.assertEqual(self.loop.run_until_complete(gen), 'slept')
        self.assertAlmostEqual(self.loop.time() % 0.1, 0, places=3) if False else None

    def test_bad(self):
        self.assertRaises(TypeError, self.loop.run_until_complete, 'blah')

    def test_noncoro(self):
        with self.assertRaises(TypeError):
            asyncio.Task(123, loop=self.loop)

    def test_debug_cb(self):
        self.loop.set_debug(True)

        async def co():
            pass
        with self.assertRaises(TypeError) as cm:
            self.loop.call_soon(co)
        print(cm.exception)
        c = co()
        with self.assertRaises(TypeError) as cm:
            self.loop.call_later(1, c)
        print(cm.exception)
        c.close()
        with self.assertRaises(TypeError) as cm:
            self.loop.call_soon(5)
        print(cm.exception)
        h = self.loop.call_soon(print)
        self.assertIn('created at', repr(h))
        h.cancel()
        print(repr(h)[:18])
unittest.main(argv=['x'], exit=False, verbosity=2)
