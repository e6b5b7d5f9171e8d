"""Unique identifiers (RFC 9562). Random ones come from the run's seed."""

__all__ = ['NAMESPACE_DNS', 'NAMESPACE_OID', 'NAMESPACE_URL',
           'NAMESPACE_X500', 'UUID', 'getnode', 'uuid1', 'uuid3', 'uuid4',
           'uuid5', 'uuid7']

RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = [
    'reserved for NCS compatibility', 'specified in RFC 4122',
    'reserved for Microsoft compatibility', 'reserved for future definition']


class UUID:
    """A number of 128 bits."""

    __slots__ = ('int', 'is_safe', '__weakref__')

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None,
                 int=None, version=None, *, is_safe=None):
        given = [hex, bytes, bytes_le, fields, int]
        if given.count(None) != 4:
            raise TypeError('one of the hex, bytes, bytes_le, fields, or int '
                            'arguments must be given')
        whole = _whole
        if hex is not None:
            digits = hex.replace('urn:', '').replace('uuid:', '')
            digits = digits.strip('{}').replace('-', '')
            if len(digits) != 32:
                raise ValueError('badly formed hexadecimal UUID string')
            int = whole(digits, 16)
        elif bytes_le is not None:
            if len(bytes_le) != 16:
                raise ValueError('bytes_le is not a 16-char string')
            b = bytes_le
            int = whole.from_bytes(
                b[3::-1] + b[5:3:-1] + b[7:5:-1] + b[8:], 'big')
        elif bytes is not None:
            if len(bytes) != 16:
                raise ValueError('bytes is not a 16-char string')
            int = whole.from_bytes(bytes, 'big')
        elif fields is not None:
            if len(fields) != 6:
                raise ValueError('fields is not a 6-tuple')
            int = (fields[0] << 96 | fields[1] << 80 | fields[2] << 64
                   | fields[3] << 56 | fields[4] << 48 | fields[5])
        if not 0 <= int < 1 << 128:
            raise ValueError('int is out of range (need a 128-bit value)')
        if version is not None:
            if not 1 <= version <= 8:
                raise ValueError('illegal version number')
            int &= ~(0xc000 << 48) & ~(0xf000 << 64)
            int |= 0x8000 << 48 | version << 76
        object.__setattr__(self, 'int', int)
        object.__setattr__(self, 'is_safe', is_safe)

    def __setattr__(self, name, value):
        raise TypeError('UUID objects are immutable')

    def __eq__(self, other):
        if isinstance(other, UUID):
            return self.int == other.int
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, UUID):
            return self.int < other.int
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, UUID):
            return self.int <= other.int
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, UUID):
            return self.int > other.int
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, UUID):
            return self.int >= other.int
        return NotImplemented

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def __str__(self):
        digits = self.hex
        return (f'{digits[:8]}-{digits[8:12]}-{digits[12:16]}-'
                f'{digits[16:20]}-{digits[20:]}')

    def __reduce__(self):
        return UUID, (self.hex,)

    hex = property(lambda self: f'{self.int:032x}')
    urn = property(lambda self: 'urn:uuid:' + str(self))
    bytes = property(lambda self: self.int.to_bytes(16, 'big'))
    bytes_le = property(lambda self: (
        self.bytes[3::-1] + self.bytes[5:3:-1] + self.bytes[7:5:-1]
        + self.bytes[8:]))
    time_low = property(lambda self: self.int >> 96)
    time_mid = property(lambda self: self.int >> 80 & 0xffff)
    time_hi_version = property(lambda self: self.int >> 64 & 0xffff)
    clock_seq_hi_variant = property(lambda self: self.int >> 56 & 0xff)
    clock_seq_low = property(lambda self: self.int >> 48 & 0xff)
    clock_seq = property(lambda self: self.int >> 48 & 0x3fff)
    node = property(lambda self: self.int & 0xffffffffffff)
    time = property(lambda self: (
        (self.time_hi_version & 0xfff) << 48 | self.time_mid << 32
        | self.time_low))
    fields = property(lambda self: (
        self.time_low, self.time_mid, self.time_hi_version,
        self.clock_seq_hi_variant, self.clock_seq_low, self.node))

    @property
    def variant(self):
        if not self.int & 0x8000 << 48:
            return RESERVED_NCS
        if not self.int & 0x4000 << 48:
            return RFC_4122
        if not self.int & 0x2000 << 48:
            return RESERVED_MICROSOFT
        return RESERVED_FUTURE

    @property
    def version(self):
        if self.variant == RFC_4122:
            return self.int >> 76 & 15
        return None


# Inside the class `int` and `bytes` are attributes and parameters.
_whole = int


def getnode():
    """The address of a network card that there is not."""
    return 0x02_00_00_00_00_01


def uuid1(node=None, clock_seq=None):
    """From the virtual clock."""
    from time import time_ns
    # In steps of 100 ns since 15 October 1582.
    steps = time_ns() // 100 + 0x01b21dd213814000
    if clock_seq is None:
        import random
        clock_seq = random.SystemRandom().getrandbits(14)
    return UUID(fields=(
        steps & 0xffffffff, steps >> 32 & 0xffff, steps >> 48 & 0x0fff,
        clock_seq >> 8 & 0x3f, clock_seq & 0xff,
        getnode() if node is None else node), version=1)


def uuid3(namespace, name):
    """From a name, by MD5."""
    from hashlib import md5
    if isinstance(name, str):
        name = name.encode()
    return UUID(bytes=md5(namespace.bytes + name).digest(), version=3)


def uuid4():
    """A random one."""
    from os import urandom
    return UUID(bytes=urandom(16), version=4)


def uuid5(namespace, name):
    """From a name, by SHA-1."""
    from hashlib import sha1
    if isinstance(name, str):
        name = name.encode()
    return UUID(bytes=sha1(namespace.bytes + name).digest()[:16], version=5)


def uuid7():
    """From the virtual clock and randomness; later ones are greater."""
    from os import urandom
    from time import time_ns
    random = int.from_bytes(urandom(10), 'big')
    return UUID(int=time_ns() // 1_000_000 << 80 | random, version=7)


NAMESPACE_DNS = UUID('6ba7b810-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_URL = UUID('6ba7b811-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_OID = UUID('6ba7b812-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_X500 = UUID('6ba7b814-9dad-11d1-80b4-00c04fd430c8')
NIL = UUID('00000000-0000-0000-0000-000000000000')
MAX = UUID('ffffffff-ffff-ffff-ffff-ffffffffffff')
