# send, throw and close of an iterator that has them by __getattr__.
class Wrapper:
    def __init__(self, gen): self.gen = gen
    def __iter__(self): return self
    def __next__(self): return next(self.gen)
    def __getattr__(self, name): print('delegating', name); return getattr(self.gen, name)
def inner():
    try:
        while True:
            try:
                x = yield 'ready'
                print('inner got', x)
            except KeyError as e: print('inner caught', repr(e))
    finally: print('inner closed')
def outer():
    yield from Wrapper(inner())
g = outer()
print(next(g))
print(g.send(5))
print(g.throw(KeyError('k')))
g.close()
