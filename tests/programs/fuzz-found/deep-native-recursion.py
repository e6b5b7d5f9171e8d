def told(f):
    try:
        return type(f()).__name__
    except RecursionError as e:
        return 'RecursionError'

a, b, kinds = [], [], int
for _ in range(100_000):
    a, b, kinds = [a], [b], (kinds,)
print(told(lambda: a == b), told(lambda: isinstance('', kinds)))

class Called:
    pass
Called.__call__ = Called()
print(told(Called()))

d = {}
d['d'] = d
e = {}
e['d'] = e
print(d, told(lambda: d == e))
