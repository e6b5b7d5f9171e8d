def g():
    yield 1
try:
    g().throw(StopIteration)
except RuntimeError as e:
    print(e, repr(e.__cause__))

def outer():
    yield from [1, 2]
o = outer()
next(o)
try:
    o.send('x')
except AttributeError as e:
    print(e)

for wanted in (2 ** 70, 9, 2.5):
    try:
        range(3).index(wanted)
    except ValueError as e:
        print(e)
try:
    (255).to_bytes(0, 'big')
except OverflowError as e:
    print(e)
print((0).to_bytes(0, 'big'), {7}.symmetric_difference('say "hi"'))
