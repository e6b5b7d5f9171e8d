# Constructors, methods and attributes of the number types.
import math
print(int(), int("42"), int(" -7 "), int("1_000"), int("ff", 16), int("0x1f", 0), int("z", 36), int(b"12"), int(3.99), int(-3.99), int(True))
print(float(), float("1.5"), float(" inf "), float("-Infinity"), float("1e3"), float("1_0.5"), float(b"2.5"), float(10), float(True))
print(complex(), complex(1, 2), complex("1+2j"), complex(1.5), complex(1j, 1j), complex(1, -0.0), complex("nan"))
print(bool(), bool(0), bool([]), bool("x"), bool(0.0), bool(None), bool({1}))
print((255).bit_length(), (-255).bit_count(), (10).as_integer_ratio(), (0.75).as_integer_ratio(), (3).real, (3).imag, (3).numerator, (3).denominator)
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-1).to_bytes(2, "big", signed=True), int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\xff", "big", signed=True), (5).to_bytes())
print((2.5).hex(), float.fromhex("0x1.4p+1"), (2.0).is_integer(), (2.5).is_integer(), (1.5).real, (1.5).imag, (1.5).conjugate())
print(round(2.5), round(3.5), round(2.675, 2), round(1234, -2), round(15, -1), round(-2.5), round(1e20), round(2.5, None))
print((7).__divmod__(2), divmod(-7, 2), divmod(7.5, 2), (7).__rdivmod__(20), pow(2, 10, 1000), pow(3, -1, 7), pow(2, -1), pow(2, 0.5))
print((1).__add__(2), (1).__add__(1.0), (1.0).__add__(1), (1).__radd__(2), (2).__rpow__(3), (1).__lt__(2), (1).__eq__("a"), (1).__neg__(), (5).__invert__(), (-5).__abs__())
print((3).__floor__(), (3).__ceil__(), (3.7).__floor__(), (3.2).__ceil__(), (3.7).__trunc__(), (3.7).__int__(), (3).__float__(), (3).__index__(), (0).__bool__())
print(2 ** 100, -(2 ** 64), 2 ** 64 // 3, (2 ** 64) % 1000, 2 ** 64 >> 3, 1 << 70, (2 ** 64) & 255, hash(2 ** 64), 10 ** 20 == 1e20)
print(True + True, True & False, True | False, True ^ True, ~True, -True, True * 3, True.real, True == 1, hash(True))
print((3 + 4j).real, (3 + 4j).imag, (3 + 4j).conjugate(), abs(3 + 4j), (1 + 2j) * (3 - 1j), (1 + 2j) / (1 - 1j), 1j ** 2, (1 + 2j) == (1 + 2j), hash(1 + 0j))
print(f"{10:b} {10:o} {255:x} {255:#X} {1234567:,} {1234567:_} {5:05d} {-5:+} {65:c}")
print(f"{3.14159:.2f} {1e10:g} {0.5:%} {1.5:e} {1234.5:,.1f} {float('nan'):f} {1e300:.3g} {3.0}")
print(f"{1 + 2j:.1f} {10:>6} {10:<6}| {10:^6}| {True:d} {True}")
print((5).__format__("03d"), format(3.5, ".3f"), (5).__repr__(), (5).__str__(), (1.5).__repr__())


class Celsius(float):
    def __new__(cls, value, unit="C"):
        self = super().__new__(cls, value)
        self.unit = unit
        return self

    def __repr__(self):
        return f"{float.__repr__(self)}{self.unit}"


c = Celsius(21.5)
print(c, repr(c), c + 1, type(c + 1).__name__, c.unit, c > 20, -c, round(c), int(c), f"{c:.2f}", c == 21.5, {21.5: 1}[c], math.floor(c))


class Count(int):
    def __add__(self, other):
        return Count(int(self) + int(other))

    def __str__(self):
        return f"#{int(self)}"


k = Count(3)
print(k, k + 1, type(k + 1).__name__, k * 2, 1 + k, k == 3, [10, 20, 30, 40][k], k.bit_length(), f"{k}", "%d %s" % (k, k), sum([k, k]))


class Meters:
    def __init__(self, n):
        self.n = n

    def __float__(self):
        return float(self.n)

    def __int__(self):
        return int(self.n)

    def __index__(self):
        return int(self.n)

    def __complex__(self):
        return complex(self.n, 1)

    def __radd__(self, other):
        return ("radd", other)

    def __round__(self, places=None):
        return ("round", places)

    def __bool__(self):
        return self.n > 5


m = Meters(4)
print(float(m), int(m), complex(m), 1 + m, 1.5 + m, round(m), round(m, 2), bool(m), bool(Meters(9)), range(10)[m], hex(m), math.sqrt(m), "%d %.1f" % (m, m))
print(1 < 1.5, 1 == 1.0, 2 ** 53 + 1 == float(2 ** 53), 10 ** 400 > 1e308, float("nan") != float("nan"), 1 < True, 0.1 + 0.2)
