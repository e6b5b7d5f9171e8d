from enum import Enum, IntEnum, StrEnum, auto, unique, member, nonmember, verify, CONTINUOUS, UNIQUE, property
class Color(Enum):
    RED = 1
    GREEN = auto()
    BLUE = auto()
    CRIMSON = 1
    def shout(self):
        return self.name.upper() + '!'
    @classmethod
    def favourite(cls):
        return cls.BLUE
print(Color, list(Color), len(Color), Color.RED, repr(Color.CRIMSON), Color(2), Color['BLUE'])
print(dict(Color.__members__), Color.RED is Color.CRIMSON, Color.RED.shout(), Color.favourite())
print(Color.RED == 1, Color.RED in Color, f'{Color.RED:>12}|', str(Color.GREEN), hash(Color.RED) == hash('RED'))
for bad in (lambda: Color(9), lambda: Color['X'], lambda: setattr(Color, 'RED', 3), lambda: Color.RED < Color.BLUE):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    class More(Color):
        PINK = 5
except TypeError as e:
    print(e)
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)
    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius
print(Planet.EARTH.value, Planet.MARS.mass, Planet((5.97e24, 6.37e6)))
class N(IntEnum):
    ONE = 1
    TWO = 2
print(N.ONE + 1, N.TWO, repr(N.TWO), f'{N.TWO:03d}', N.ONE < N.TWO, isinstance(N.ONE, int), [10, 20, 30][N.ONE], N(2) == 2, sorted(N, reverse=True))
class S(StrEnum):
    A = auto()
    B = 'bee'
print(S.A, repr(S.B), S.B + '!', S('a'), S.A == 'a', f'{S.B}', '-'.join(S))
class Mixed(str, Enum):
    X = 'x'
print(Mixed.X == 'x', repr(Mixed.X), Mixed.X.upper())
class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj
    PX = (0, 'P.X')
    PY = (1, 'P.Y')
print(Coord.PY.label, Coord(1), bytes(Coord.PY))
class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last):
        return f'{name.lower()}-{count}'
    A = auto()
    B = auto()
print([a.value for a in Auto])
class Missing(Enum):
    X = 'x'
    @classmethod
    def _missing_(cls, value):
        return cls.X if isinstance(value, int) else None
print(Missing(5))
try:
    Missing('q')
except ValueError as e:
    print(e)
try:
    @unique
    class U(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
try:
    @verify(CONTINUOUS)
    class V(Enum):
        A = 1
        B = 4
except ValueError as e:
    print(e)
Animal = Enum('Animal', 'CAT DOG')
print(list(Animal), Animal.CAT.value, Animal.__module__)
print(list(Enum('P', {'a': 5, 'b': 6})), list(IntEnum('Q', [('x', 1), ('y', 3)])))
class W(Enum):
    f = member(len)
    g = nonmember(5)
    def h(self): return 1
print(list(W), W.g, W.f.value('abc'))
class Base(Enum):
    def describe(self): return f'{self.name} is {self.value}'
class Child(Base):
    Q = 1
print(Child.Q.describe(), Child.Q.name, isinstance(Child.Q, Base))
import copy
print(copy.deepcopy(Color.RED) is Color.RED, {Color.RED: 1}[Color(1)])
match Color(2):
    case Color.RED: print('red')
    case Color.GREEN: print('green')
class L(Enum):
    A = [1]
    B = {}
print(L([1]), L({}), list(reversed(Color)), bool(Color.RED), dir(Color)[-3:])
