# Sorting values of builtin types: all that compares equal keeps its place.
def marked(values, **options):
    pairs = [(value, place) for place, value in enumerate(values)]
    return [place for _, place in sorted(pairs, key=lambda pair: pair[0], **options)]


rows = [
    [3, 1, 2, 1, -5, 2**63 - 1, -(2**63), 0],
    [1.5, -0.0, 0.0, -1.5, float("inf"), float("-inf"), 0.0, -0.0, 1e-320, -1e-320],
    [1, 1.0, True, 0, False, 0.5, 2**53, float(2**53), 2**53 + 1, -1],
    [True, 2, False, 1, 0],
    ["b", "a", "", "ab", "abcdefgh", "abcdefghi", "abcdefgha", "a\0", "a", "é", "z", "\U0001f600", "\uffff", "Ab"],
    [b"b", b"\xff", b"\0", b"", b"abcdefghij", b"abcdefgh"],
    [(1, "b"), (1, "a"), (0, "z"), (1,), (), (1, "a", 0)],
    [("x", 2), ("x", 1), ("w", 3), ("xabcdefgh", 0), ("xabcdefgg", 0)],
    [(1.0, 2), (1, 1), (True, 3), (0.5, 0)],
    [((1, 2), 3), ((1, 1), 9), ((0,), 1)],
    [2**70, 5, -(2**70), 2**70 + 1],
    [None],
]
for row in rows:
    print(marked(row), marked(row, reverse=True))
    print(sorted(row), sorted(row, reverse=True))
    if None in row:
        continue
    copy = row * 9
    copy.sort()
    print(copy == sorted(copy), copy[::9])
for row in ([1, "a"], [(1, 2), 3], [None, None], [1j, 2]):
    try:
        print(sorted(row))
    except TypeError as error:
        print(error)
