# enum: members, aliases, auto, unique, flags, functional API and errors.
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto

def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    @property
    def nice(self):
        return self.name.title()


class Planet(Enum):
    EARTH = (5.9, 6.3)

    def __init__(self, mass, radius):
        self.mass = mass


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Word(StrEnum):
    ONE = auto()
    TWO = 'zwei'


print(Color.RED, repr(Color.RED), Color(1), Color['RED'], Color.CRIMSON, Color.RED is Color.CRIMSON, list(Color), len(Color), Color.RED.name, Color.RED.value, Color.GREEN.nice)
print(Color.__members__, 'RED' in Color.__members__, Color.RED in Color, Color.RED == 1, hash(Color.RED) == hash('RED'), Planet.EARTH.mass, type(Color.RED), isinstance(Color.RED, Color), Color)
print(Perm.R | Perm.X, repr(Perm.RW), Perm.R in Perm.RW, Perm(3), Perm(0), ~Perm.R, Perm.R & Perm.W, bool(Perm(0)), list(Perm.RW), Perm.R ^ Perm.RW, Perm.X.value, len(Perm.RW))
print(Word.ONE, repr(Word.ONE), Word.TWO.upper(), Word('zwei'), Word.ONE == 'one', f'{Word.ONE}', f'{Color.RED:>10}|', '%s' % Perm.R)
Level = IntEnum('Level', 'LOW HIGH')
print(Level.LOW, repr(Level.HIGH), Level.LOW + 1, Level.LOW < Level.HIGH, list(Level), int(Level.HIGH), Level.HIGH == 2, [10, 20, 30][Level.LOW], f'{Level.LOW}', str(Level.LOW))
I = IntFlag('I', {'A': 1, 'B': 4})
print(I.A | I.B, repr(I.A | 8), I(5), I.A | 2, type(I.A | 2).__name__, Enum('E', [('x', 5)]).x.value, Enum('F', 'a,b').b)
attempt(lambda: Color(9))
attempt(lambda: Color['BLUE'])
attempt(lambda: setattr(Color, 'RED', 5))
attempt(lambda: Color.RED < Color.GREEN)
attempt(lambda: Perm(64))
attempt(lambda: Perm.R | 1)
attempt(lambda: Color())
