# Flags of several bits, and what an enumeration refuses.
from enum import Enum, Flag, auto


def told(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


class F(Flag):
    A = 3
    B = auto()


class G(Flag):
    A = 3
    B = auto()
    C = 5


class H(Flag):
    A = 1
    B = 2
    AB = 3
    D = 12


class Color(Enum):
    RED = 1


def forget(name):
    delattr(Color, name)


for kind in F, G, H:
    for value in range(-4, 17):
        told(lambda: kind(value))
        told(lambda: kind(value).name)
        told(lambda: ~kind(value))
        told(lambda: kind.A in kind(value))
told(lambda: forget('RED'))
told(lambda: forget('BLUE'))
told(lambda: setattr(Color, 'RED', 2))
told(lambda: Color.BLUE)


class Meta(type):
    def __delattr__(cls, name):
        print('forgetting', name)
        super().__delattr__(name)


class Kept(metaclass=Meta):
    x = 1


del Kept.x
told(lambda: delattr(Kept, 'x'))
