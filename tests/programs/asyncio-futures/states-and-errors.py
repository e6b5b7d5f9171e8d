"""Every operation on a future in every state, with the texts of the errors."""
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    def attempt(label, f, *a):
        try:
            print(' ', label, '->', repr(f(*a)))
        except BaseException as e:
            print(' ', label, '->', type(e).__name__, e)
    def make(state):
        f = loop.create_future()
        if state == 'result': f.set_result(42)
        if state == 'error': f.set_exception(ValueError('boom'))
        if state == 'cancelled': f.cancel('why')
        return f
    for state in ('pending', 'result', 'error', 'cancelled'):
        print(state, make(state) if state != 'error' else '')
        for op, args in (('done', ()), ('cancelled', ()), ('result', ()), ('exception', ()),
                         ('set_result', (1,)), ('set_exception', (KeyError('k'),)), ('cancel', ())):
            f = make(state)
            attempt(op, getattr(f, op), *args)
            if f.done() and not f.cancelled():
                f.exception()
    f = loop.create_future()
    attempt('class', f.set_exception, ZeroDivisionError)
    print(repr(f.exception()))
    f = loop.create_future()
    attempt('stop', f.set_exception, StopIteration)
    attempt('not exc', f.set_exception, 'text')
    attempt('int', f.set_exception, 5)
    print(f.get_loop() is loop, f.remove_done_callback(print))

asyncio.run(main())
