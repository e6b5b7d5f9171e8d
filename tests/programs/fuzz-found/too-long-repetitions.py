# Lengths beyond all lengths are told apart from those beyond memory.
def show(value, count):
    try:
        print(repr(value), count, value * count)
    except Exception as error:
        print(repr(value), count, type(error).__name__, error)


for value in ["ab", "a", "éé", b"ab", b"a", bytearray(b"ab"), [1, 2], (1, 2), b"", ""]:
    for count in [2**63 - 1, 2**62, 2**63, 2**61 + 5, 2**60, -(2**70), -1]:
        show(value, count)
