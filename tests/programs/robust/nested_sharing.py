# Values nested in one another so that there are far more ways to an item than items.
a, b = (), ()
for _ in range(12):
    a, b = (a, a), (b, b)
print(a == b, a < b, hash(a) == hash(b), a in [b], {a: 1}[b])
x, y = [], []
for _ in range(8):
    x, y = [x, x, x], [y, y, y]
print(x == y, x <= y, [x].index(y), x.count(y), len(str(x)))
y[0][0][0] = 5
print(x == y, x != y)
p, q = {}, {}
for _ in range(9):
    p, q = {1: p, 2: p}, {1: q, 2: q}
print(p == q, len(repr(p)))
long = 'x' * 3_000_000
print(long == 'x' * 2_999_999 + 'y', long == 'x' * 3_000_000, [long] == ['x' * 3_000_000])
print((long, 1) < ('x' * 3_000_000, 2), [long] * 40 == ['x' * 3_000_000] * 40)
data = b'x' * 3_000_000
print([data] * 9 == [bytearray(data)] * 9, [1 << 3_000_000] == [1 << 3_000_000])
print([1.5] * 1_100_000 == [3 / 2] * 1_100_000, [1] * 1_100_000 < [1] * 1_099_999 + [2])
