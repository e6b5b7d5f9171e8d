# Errors that generators and coroutines raise when they are used wrongly.
def attempt(do):
    try:
        print(do())
    except BaseException as error:
        print(type(error).__name__, error, repr(error.__cause__))
def gen():
    try:
        x = yield 1
        print('got', x)
        yield 2
    except ValueError as error:
        print('caught', error)
        yield 'after'
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
def stops():
    yield 1
    raise StopIteration('early')
def returns():
    yield 1
    return 'value'
async def coro():
    return 5
attempt(lambda: gen().send(1))
attempt(lambda: next(gen(), 0))
g = gen()
next(g)
attempt(lambda: g.send('x'))
attempt(lambda: g.throw(ValueError('thrown')))
attempt(lambda: next(g))
attempt(lambda: next(g))
attempt(lambda: g.throw(KeyError('after end')))
attempt(lambda: g.close())
attempt(lambda: gen().throw(ValueError('before start')))
s = stubborn()
next(s)
attempt(lambda: s.close())
attempt(lambda: list(stops()))
r = returns()
next(r)
attempt(lambda: next(r))
attempt(lambda: gen().throw(5))
attempt(lambda: gen().throw('x'))
attempt(lambda: gen().throw(ValueError, ValueError('v')))
attempt(lambda: gen()())
attempt(lambda: len(gen()))
attempt(lambda: gen()[0])
attempt(lambda: [*returns()])
def own():
    yield next(me)
me = own()
attempt(lambda: next(me))
c = coro()
attempt(lambda: next(c))
attempt(lambda: iter(c))
attempt(lambda: c.send(1))
