# Tuples of ints as keys, and tuples that are nearly that.
table = {(1, 2): "a", (1, 2, 3): "b", (-1, 2): "c", (1 << 70, 0): "d"}
print(table[(1, 2)], table[(1.0, True + 1)], table[(1, 2, 3)], table.get((2, 1)), table[(1 << 70, 0)])
print((1, 2) == (1, 3), (1,) == (1, 2), (1, 2) == (1.0, 2), (1, "a") == (1, "a"), (True, 2) == (1, 2), () == ())


class Same:
    def __eq__(self, other):
        print("asked about", other)
        return True


print((1, Same()) == (1, 2), (2, Same()) == (1, 2), (1, 2) == (1, Same()))
long = tuple(range(100))
print(long == tuple(range(100)), long == tuple(range(99)) + (0,), long in {long})
