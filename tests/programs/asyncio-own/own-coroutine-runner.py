"""Driving coroutines by hand: send, throw, close, and what they refuse."""
import inspect
import types

@types.coroutine
def ask(question):
    answer = yield question
    return answer

async def inner():
    name = await ask('name?')
    try:
        age = await ask('age?')
    except ValueError as e:
        age = f'unknown ({e})'
    return name, age

async def outer():
    try:
        return await inner()
    finally:
        print('  outer finally')

def run(coro, answers):
    value = None
    try:
        while True:
            q = coro.send(value)
            value = answers.pop(0)
            if isinstance(value, Exception):
                print('  throw into', q, '->', coro.throw(value))
                value = answers.pop(0)
            else:
                print(' ', q, value)
    except StopIteration as e:
        return e.value

c = outer()
print(inspect.getcoroutinestate(c), c.cr_running, c.cr_await)
print(c.send(None), inspect.getcoroutinestate(c), c.cr_await.__name__, c.cr_await.cr_await.__name__)
c.close()
print(inspect.getcoroutinestate(c), c.cr_frame)
print(run(outer(), ['Ann', 33]))
c = outer()
c.send(None)
c.send('Bob')
try:
    c.throw(ValueError('secret'))
except StopIteration as e:
    print(e.value)
for bad in (lambda: c.send(None), lambda: outer().send(1)):
    try:
        bad()
    except (RuntimeError, TypeError) as e:
        print(type(e).__name__, e)
async def refuses():
    try:
        await ask('?')
    except GeneratorExit:
        await ask('again?')
c = refuses()
c.send(None)
try:
    c.close()
except RuntimeError as e:
    print(e)
