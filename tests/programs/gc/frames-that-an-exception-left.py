# The variables of a frame live as long as the traceback that tells of it.
class D:
    def __del__(self):
        print('del')
def f():
    d = D()
    raise KeyError
try:
    f()
except KeyError:
    print('handler')
print('after')
class R:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)
def f():
    r = R('local')
    raise ValueError('x')
try:
    f()
except ValueError as e:
    print('caught', e)
print('after')
def numbers():
    try:
        yield 1
        yield 2
    finally:
        print('generator closed')

def total():
    g = numbers()
    raise ValueError(next(g))

try:
    total()
except ValueError as e:
    print('caught', e)
print('done')
