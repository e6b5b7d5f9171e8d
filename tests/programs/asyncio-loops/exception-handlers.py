"""Errors in callbacks go to the handler; the default one; a handler that fails."""
import asyncio
import sys

class Lines:
    def write(self, text):
        for line in text.splitlines():
            if line and not line.startswith((' ', 'Traceback')):
                sys.__stdout__.write('stderr: ' + line.split(' at ')[0] + '\n')
    def flush(self): pass

sys.stderr = Lines()

def broken(*args):
    raise ValueError('broken', *args)

def main():
    loop = asyncio.new_event_loop()
    print(loop.get_exception_handler())
    loop.call_soon(broken, 1)
    loop.call_later(1, broken)
    loop.run_until_complete(asyncio.sleep(2))
    def handler(l, ctx):
        print('handler', ctx['message'].split(' at ')[0], repr(ctx['exception']), sorted(ctx))
        if ctx['exception'].args[-1] == 'fail':
            raise KeyError('in handler')
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(broken, 2)
    loop.call_soon(broken, 'fail')
    fut = loop.create_future()
    fut.add_done_callback(broken)
    fut.set_result(None)
    loop.run_until_complete(asyncio.sleep(0))
    loop.call_exception_handler({'message': 'by hand', 'exception': OSError('x'), 'extra': 5})
    loop.set_exception_handler(None)
    loop.call_exception_handler({'message': 'by default', 'extra': [1, 2], 'another': 'text'})
    loop.default_exception_handler({'exception': ValueError('no message')})
    for bad in (5, 'x'):
        try:
            loop.set_exception_handler(bad)
        except TypeError as e:
            print(e)
    loop.close()

main()
