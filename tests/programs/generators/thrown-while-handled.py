# A generator keeps what it handles, be it what its resumer handles.
import sys
def gen():
    try:
        yield 1
    except ValueError as e:
        print('A', sys.exc_info()[0])
        yield 2
        print('B', sys.exc_info()[0])
        yield 3
        raise
g = gen()
next(g)
try:
    raise ValueError('x')
except ValueError as exc:
    g.throw(exc)
print(next(g))
try:
    next(g)
except BaseException as e:
    print(repr(e))
