# What can be packed as a float.
import struct
from decimal import Decimal
from fractions import Fraction


class Real:
    def __float__(self):
        return 2.5


class Whole:
    def __index__(self):
        return 7


class Broken:
    def __float__(self):
        raise KeyError('no')


for value in (1, True, 1.5, Real(), Whole(), Decimal('0.5'), Fraction(1, 4),
              Broken(), '1', b'1', None, 1j, 10**400, 1e39, -1e39, float('inf')):
    for format in ('d', 'f', '<f', '>d', 'e'):
        try:
            print(format, struct.unpack(format, struct.pack(format, value)))
        except (struct.error, OverflowError) as error:
            print(format, type(error).__name__, error)
