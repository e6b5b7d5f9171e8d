# Objects with `__index__` where bytes and their kin want numbers.
import itertools, math
class I:
    def __init__(self, value): self.value = value
    def __index__(self): return self.value
b, ba = b'abcabc', bytearray(b'abc')
for ask in (
    lambda: b.find(I(98)), lambda: b.find(b'a', I(1)), lambda: b.count(I(97)),
    lambda: b.index(b'c', I(1), I(6)), lambda: b.rfind(b'c', I(1), I(5)), lambda: b.rindex(I(99)),
    lambda: b.startswith(b'b', I(1)), lambda: b.endswith(b'b', I(0), I(2)),
    lambda: b.center(I(10)), lambda: b.ljust(I(8), b'x'), lambda: b.rjust(I(8)), lambda: b.zfill(I(8)),
    lambda: b.replace(b'a', b'', I(1)), lambda: b.split(b'a', I(1)), lambda: b.rsplit(b'a', maxsplit=I(1)),
    lambda: b'\t'.expandtabs(I(1)), lambda: I(97) in b, lambda: I(5) in b, lambda: b.hex(':', I(2)),
    lambda: ba.__setitem__(I(0), I(99)), lambda: ba.__setitem__(1, I(300)), lambda: ba.find(I(99)), lambda: ba,
    lambda: [1, 2].pop(I(0)), lambda: math.isqrt(I(4)), lambda: math.comb(I(4), I(2)), lambda: math.perm(I(4)),
    lambda: list(itertools.islice('abc', I(2))), lambda: list(itertools.repeat('a', I(2))),
    lambda: list(itertools.combinations('abc', I(2))), lambda: list(itertools.permutations('ab', I(1))),
    lambda: b.find('a'), lambda: b.center('a'), lambda: 'a' in b, lambda: b.find(I(-1)),
):
    try:
        print(ask())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
