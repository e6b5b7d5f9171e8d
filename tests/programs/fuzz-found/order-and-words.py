# Each line differed once.
from string import Formatter
print(list(Formatter().parse('a{{b}}c{0}{{}}')), list(Formatter().parse('{{}}')))
print({5, 7, 16, 1000}.difference({0: 1, 5: 2}), {*range(0, 90, 9)}.difference({9: 1, 18: 2, 27: 0}))
class Gives:
    def __getitem__(self, at):
        print('item', at)
def told(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
told(lambda: bytes(Gives()))
told(lambda: bytes(iter([1, 2, None, 3])))
told(lambda: [a for b in [a if a <= b else -a for a in [1]] if a])
def later():
    print([x for _ in (1,)])
    x = 1
told(later)
told(lambda: float(bytearray()))
told(lambda: 123456789012345678901234567890 * {})
told(lambda: {} * 123456789012345678901234567890)
told(lambda: [] * 123456789012345678901234567890)
u = {18446744073709551616, 9223372036854775807, 255}
print(u.union(u), u | u, u.union(u, {1}))
class Looks:
    a: int = 1
    print(sorted(locals())[:2])
